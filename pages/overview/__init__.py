"""What Tổng quan is made of."""
