# Một câu một khóa. Tên khóa theo nơi câu đứng.
app-name = Học Liệu
close = Đóng
copy = Sao chép
minutes = { $minutes } phút
module-number = Mô-đun { $number }

# Lệnh
command-library = Thư viện
command-read = Đọc tiếp
command-notes = Ghi chú của tôi
command-settings = Cài đặt
command-palette = Tìm bài hoặc ra lệnh…
command-keys = Các phím tắt
command-open = Mở khóa học khác…
command-back = Quay lại
command-forward = Đi tới
command-next-lesson = Bài sau
command-previous-lesson = Bài trước
command-done = Đánh dấu đã học
command-note-lesson = Ghi chú cho cả bài
command-note-block = Ghi chú cho đoạn đang đọc
command-bookmark = Đặt dấu trang ở đoạn đang đọc
command-contents = Xem mục lục của bài
command-lesson-notes = Xem ghi chú của bài
command-sources = Xem nguồn của bài
command-outline = Hiện hoặc ẩn danh sách bài
command-focus = Chỉ đọc chữ
command-full-screen = Toàn màn hình
command-larger-text = Chữ bài đọc to hơn
command-smaller-text = Chữ bài đọc nhỏ hơn
command-zoom-in = Phóng to cả cửa sổ
command-zoom-out = Thu nhỏ cả cửa sổ
command-zoom-reset = Cửa sổ về cỡ thường
command-undo = Hoàn tác
command-problems = Các lỗi trong khóa học
command-reload = Đọc lại khóa học từ đĩa

# Thanh bên
rail-library = Thư viện
rail-read = Đọc
rail-notes = Ghi chú
rail-settings = Cài đặt

# Thư viện
library-open = Mở thư mục…
library-courses = Khóa học
library-loading = Đang mở khóa học…
library-continue = Học tiếp
library-begin = Bắt đầu học
library-start = Bắt đầu đọc
library-facts = { $module } · đã đọc { $percent } % · còn khoảng { $minutes } phút
library-facts-new = { $module } · khoảng { $minutes } phút
library-shipped = Khóa học có sẵn
library-shipped-chip = có sẵn
library-size = { $modules } mô-đun · { $lessons } bài
library-hours = { $hours } giờ
library-problems = { $count } lỗi
library-done = Đã học { $done } trên { $ready } bài đã biên soạn
library-edition = bản { $edition }
library-open-course = Mở
library-forget = Bỏ khỏi danh sách này
library-drop = Kéo thư mục khóa học vào đây, hoặc bấm để chọn
library-drop-now = Thả ra để mở khóa học này

# Mở khóa học
open-title = Mở khóa học khác
open-hint = Một khóa học là một thư mục có tệp course.json. Có thể kéo thư mục ấy thả vào cửa sổ.
open-pick = Chọn thư mục…
open-pick-title = Chọn thư mục của khóa học
open-typed = Hoặc gõ đường dẫn
open-path = Đường dẫn của thư mục
open-shipped = Khóa học có sẵn

# Bài đọc
search-or-command = Tìm hoặc ra lệnh
text-size-and-spacing = Cỡ chữ và giãn dòng
tabs-toggle = Hiện hoặc ẩn mục lục, ghi chú, nguồn
outline-filter = Lọc bài học
outline-none = Không có bài nào khớp
outline-none-hint = Thử bớt chữ, hoặc gõ không dấu.
lesson-planned = Bài này đang biên soạn
lesson-planned-hint = Tên bài đã có trong chương trình; nội dung sẽ có trong bản sau. Mời chọn một bài khác ở danh sách bên trái.
lesson-planned-chip = đang biên soạn
lesson-failed = Chưa đọc được bài này
lesson-slides = { $count } trang chiếu
lesson-sources = { $count } nguồn
lesson-audience = Dành cho: { $who }
lesson-care = Nội dung có thể gây xúc động
lesson-objectives = Học xong bài này, anh chị có thể
lesson-done = Đã học – bấm để bỏ dấu
lesson-before = Bài trước
lesson-after = Bài sau
note-on-block = Ghi chú cho đoạn này
bookmark-block = Đặt hoặc bỏ dấu trang ở đoạn này
bookmark = Dấu trang
highlight = Tô sáng
highlight-yellow = Tô vàng
highlight-green = Tô xanh lá
highlight-blue = Tô xanh dương
highlight-pink = Tô hồng
tab-contents = Mục lục
tab-notes = Ghi chú
tab-sources = Nguồn

# Các khối
source-line = Nguồn:
law-means = Với cán bộ xã, phường
damaged-block = Đoạn này không đọc được, các đoạn khác vẫn nguyên
doubt-secondary = nguồn thứ cấp
doubt-unverified = cần kiểm tra
contact-fill-in = Điền số của địa phương
case-label = Tình huống
case-show = Nghĩ xong, xem gợi ý
case-hide = Ẩn gợi ý
activity-label = Hoạt động
activity-materials = Cần chuẩn bị
activity-pairs = từng đôi
activity-groups = theo nhóm
activity-hall = cả hội trường
activity-hands = giơ tay
attachment-open = Mở { $file }
attachment-title = Mở tệp bằng chương trình khác?
attachment-hint = Tệp đi kèm khóa học sẽ được chương trình mặc định của máy mở.
attachment-not-harmless = Không mở { $file }: loại tệp này có thể chạy lệnh trên máy. Bài học vẫn nguyên; hãy hỏi người soạn một tệp PDF hoặc tệp ảnh.
attachment-unpack = Không ghi được tệp ra đĩa ({ $cause }). Hãy xem đĩa còn chỗ không rồi thử lại.
attachment-no-program = Máy không có chương trình nào mở được tệp này ({ $cause }).
level-recall = nhớ lại
level-understand = hiểu
level-apply = vận dụng
question-several = chọn nhiều đáp án
question-check = Xem đáp án
question-again = Làm lại

# Nguồn và thuật ngữ
source = Nguồn
source-now = Nay dùng: { $names }
source-taught-2018 = Đã được dạy trong lớp ngày 23/4/2018
source-checked = Kiểm tra ngày { $date }
source-stale = Kiểm tra lần cuối ngày { $date }, đã quá 12 tháng: hãy tra lại hiệu lực
sources-none = Bài này không dẫn nguồn nào
status-in-force = còn hiệu lực
status-amended = đã sửa đổi
status-replaced = đã thay thế
status-expired = hết hiệu lực
status-historical = tư liệu
status-unknown = chưa rõ hiệu lực
term-aliases = Còn gọi: { $words }
link-title = Mở liên kết ngoài chương trình?
link-hint = Địa chỉ này sẽ mở trong trình duyệt của máy và cần mạng.
link-open = Mở
link-copy = Sao chép địa chỉ

# Hình
picture-larger = Phóng to hình
picture-smaller = Thu nhỏ hình
picture-unknown = Tệp { $file } không phải loại hình vẽ được (svg, png, jpg, webp).
picture-chart = Không vẽ được biểu đồ: { $cause }.
picture-too-large = Hình { $width } × { $height } điểm ảnh, lớn quá mức cho phép nên không mở.
picture-damaged = Hình bị hỏng: { $cause }.

# Ghi chú
note = Ghi chú
note-lesson = Ghi chú cho cả bài
note-hint = Viết ghi chú ở đây, máy tự lưu
note-saved = Đã lưu
note-saving = Đang lưu…
note-delete = Xóa ghi chú
note-go = Mở chỗ này trong bài
mark-delete = Xóa dấu này
notes-filter = Lọc ghi chú
notes-none = Chưa có ghi chú nào
notes-none-hint = Khi đọc bài, bôi đen chữ để tô sáng, hoặc bấm biểu tượng bút ở lề để viết ghi chú. Tất cả sẽ hiện ở đây theo thứ tự của khóa học.
notes-none-here = Chưa có ghi chú ở từng đoạn
notes-none-here-hint = Đưa chuột vào một đoạn rồi bấm biểu tượng bút ở lề trái, hoặc nhấn Ctrl+M.
notes-no-course = Chưa mở khóa học nào
notes-no-course-hint = Mở một khóa học ở Thư viện, ghi chú của khóa ấy sẽ hiện ở đây.
notes-filter-none = Không có ghi chú nào khớp

# Tìm và phím
palette-hint = Tên bài hoặc lệnh, gõ không dấu cũng được
palette-none = Không có bài hay lệnh nào khớp với «{ $words }». Thử bớt chữ.
palette-choose = chọn
palette-take = mở
keys-in-text = Trong bài: Dấu cách, PageUp, PageDown, Home, End và mũi tên để cuộn; Ctrl+A chọn hết, Ctrl+C sao chép; Tab đi qua các nút và liên kết.
problems-title = Các lỗi trong khóa học
problems-none = Không thấy lỗi nào trong những phần đã mở.
problems-hint = Phần lành vẫn đọc được. Gửi danh sách này cho người soạn; lệnh «hoclieu check» tìm lỗi trong cả khóa học.

# Cài đặt
settings-look = Giao diện
settings-language = Ngôn ngữ
settings-theme = Màu sắc
settings-zoom = Cỡ của cả cửa sổ
settings-motion = Chuyển động
settings-reading = Chữ trong bài đọc
settings-text-size = Cỡ chữ
settings-spacing = Giãn dòng
settings-numbers = Số điện thoại của địa phương
settings-numbers-hint = Các ô số để trống trong bài học lấy số ở đây. Gọi thử trước khi in hoặc chiếu.
settings-numbers-none = Mở một bài có danh bạ, các ô cần điền sẽ hiện ở đây.
settings-data = Dữ liệu của tôi
settings-data-hint = Ghi chú, dấu trang và tiến độ nằm trong thư mục này, mỗi ngày có một bản sao lưu trong thư mục backups.
settings-data-copy = Sao chép đường dẫn
settings-data-none = Không mở được chỗ lưu: những gì viết lúc này sẽ mất khi đóng chương trình.
settings-licences = Giấy phép
settings-licences-text = Chương trình: MIT hoặc Apache-2.0. Khóa học có sẵn: CC BY 4.0. Phông chữ Be Vietnam Pro và JetBrains Mono: SIL OFL 1.1. Biểu tượng Phosphor: MIT.
theme-system = Theo máy
theme-light = Sáng
theme-dark = Tối
theme-contrast = Tương phản cao
motion-short = Ngắn
motion-none = Không
spacing-tight = Sát
spacing-normal = Vừa
spacing-wide = Thoáng

# Thông báo
notice-deleted = Đã xóa.
notice-restored = Đã lấy lại.
notice-nothing-to-undo = Không còn gì để hoàn tác.
notice-open-failed = Không mở được khóa học. { $cause } Khóa học đang mở và mọi ghi chú vẫn nguyên.
notice-reloaded = Đã đọc lại khóa học.
notice-save-failed = Chưa ghi được ghi chú xuống đĩa ({ $cause }). Chữ đã viết vẫn còn trên màn hình; hãy xem đĩa còn chỗ không, chương trình sẽ thử lại.
notice-no-dialog = Máy này không mở được hộp chọn thư mục. Hãy gõ đường dẫn.
notice-no-thread = Máy đang quá tải nên việc vừa rồi chưa làm được. Đóng bớt chương trình khác rồi thử lại.
notice-no-database = Không mở được chỗ lưu ghi chú ({ $cause }). Vẫn đọc bài được, nhưng những gì viết lúc này sẽ mất khi đóng chương trình.
database-fine = Dữ liệu đã sẵn sàng.
database-migrated = Dữ liệu của bản cũ đã được chuyển sang bản mới, không mất gì.
database-recovered = Tệp dữ liệu bị hỏng nên đã lấy lại bản sao lưu gần nhất. Tệp hỏng được giữ ở { $file }.
database-lost = Tệp dữ liệu bị hỏng và không có bản sao lưu, chương trình bắt đầu một tệp mới. Tệp hỏng được giữ ở { $file }.
database-read-only = Dữ liệu thuộc một bản mới hơn hoặc nằm ở chỗ không ghi được. Vẫn xem được ghi chú cũ, nhưng chưa lưu được ghi chú mới.

# Khởi động
start-bad-lesson = «{ $id }» không phải mã một bài học. Mã có dạng m06/phong-ngua.
start-no-window = Không mở được cửa sổ: { $cause }. Hãy kiểm tra màn hình và trình điều khiển đồ họa; lệnh «hoclieu check» vẫn chạy được không cần cửa sổ.
