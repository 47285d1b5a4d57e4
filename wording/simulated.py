"""Words on the rows of the simulated set."""

CONTINUED = "Mô phỏng; nối tiếp theo địa giới cũ sau ngày 30/6/2025"
RECAST = "Mô phỏng; quy đổi về địa giới mới cho thời gian trước ngày 1/7/2025"
NOTE = "Mô phỏng"
