# One sentence a key. Keys are named after the place where the sentence stands.
app-name = Học Liệu
