# Một câu một khóa. Tên khóa theo nơi câu đứng.
app-name = Học Liệu
