"""How families ask about a company in a chat: every sentence names it word for word, with nothing of its own beside."""

SENTENCES = """
PT {} ada cabang di lombok ga pak
ibu saya dihubungi orang dari PT {} katanya mau ke arab saudi
Assalamu'alaikum wr wb. Mohon info apakah PT {} legal? Terima kasih
mhn dicek PT {} ya pak, soalnya sodara saya udah bayar 15jt
PT {} bisa dipercaya?
gimana PT {} ini pak, kok belum berangkat2
saya CPMI dari lombok tengah mau proses lewat PT {}
bang kalo PT {} udah pernah kena kasus blm
PT {} Mataram NTB resmi?
PT {}, Mataram, NTB
PT {} di Jl. Pejanggik Mataram
Nama perusahaan: PT {}
Nama PT : PT {}
nama agensi PT {} negara tujuan Hongkong
apakah {} terdaftar di BP2MI
{} itu perusahaan apa?
tlg infonya ttg {}
minta no izin PT {}
has PT {} been revoked?
can PT {} send people to Taiwan?
My sister got an offer from PT {}. Is it legit?
do you know PT {}
PT {} is it real or fake
PT {} licensed?
is {} on your list
any info on PT {}?
katanya dari PT {} tapi kantornya gk ada
PT {} ngirim orang ke serbia benar gk
sponsor saya bilang lewat PT {}, gimana pak
PT {} - resmi?
PT {} / resmi ga
"PT {}" resmi kah
cek: PT {}
Cek PT {}
PT. {} (Kantor Cabang Lombok Timur)
PT {} cab. Praya
adik sy ktp nya diambil PT {} gmn ini
PT {} masih berlaku izinnya?
PT {} izin nya masih hidup?
apa bener PT {} kerjasama sama disnaker
mau tanya PT {} yg di selong itu
PT {} ini abal2 atau bukan
PT {} penempatan taiwan resmi?
PT {} job malaysia
PT {} lowongan ke jepang resmi tidak
assalamualaikum pak mau nanya soal PT {} itu apa sudah punya SIP3MI
PT {} bagus gak
PT {} gmn reputasinya
PT {} kantornya dmn ya
Halo, saya Siti dari Aikmel. PT {} resmi tidak?
PT {}
pt {} pt {} resmi
punten, PT {} amanah tidak?
ini PT {} beneran ada gak sih
katanya PT {} sudah tutup?
PT {} hp 08123456789 a.n. Budi
PT {} Rek BCA 1234567890
""".strip().split("\n")
