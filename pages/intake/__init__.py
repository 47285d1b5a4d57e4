"""What Cập nhật is made of: the workbook to fill in, the way a file takes, what was published before."""
