"""Notes on the rows of the simulated set."""

CONTINUED = "Mô phỏng; nối tiếp theo địa giới cũ sau khi sắp xếp"
RECAST = "Mô phỏng; quy đổi về địa giới mới cho thời gian trước khi sắp xếp"
NOTE = "Mô phỏng"
