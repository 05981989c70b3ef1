#!/usr/bin/env bash
# Walks through the window on a virtual screen of 1366×768 and keeps a picture of each station.
#   tour.sh PROGRAM FOLDER
set -euo pipefail
program=$(realpath "$1")
mkdir -p "$2"
folder=$(realpath "$2")
data=$(mktemp -d)
number=$((80 + $$ % 400))
export DISPLAY=:$number LIBGL_ALWAYS_SOFTWARE=1 LC_ALL=C.UTF-8
unset WAYLAND_DISPLAY

stop() {
    kill "${window:-}" "${manager:-}" "${screen:-}" "${hall_manager:-}" "${projector:-}" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$data"
}
trap stop EXIT

# A keyboard with the accented letters of the note on keys of their own; those that xdotool binds as
# it types get lost.
keymap() {
    local letters=ỏịềườầôđãà i
    echo 'xkb_keymap { xkb_keycodes { include "evdev+aliases(qwerty)" }; xkb_types { include "complete" };'
    echo 'xkb_compat { include "complete" }; xkb_symbols { include "pc+us"'
    for ((i = 0; i < ${#letters}; i++)); do
        printf 'key <FK%d> { [ U%04X ] };\n' $((i + 13)) "'${letters:i:1}"
    done
    echo '}; };'
}

write() {
    local text=$1 keys=() i
    for ((i = 0; i < ${#text}; i++)); do
        keys+=("$(printf 'U%04X' "'${text:i:1}")")
    done
    xdotool key --delay 40 "${keys[@]}"
}

Xvfb "$DISPLAY" -screen 0 1366x768x24 -nolisten tcp -noreset >/dev/null 2>&1 &
screen=$!
until xdpyinfo >/dev/null 2>&1; do sleep 0.1; done
keymap | xkbcomp -w0 - "$DISPLAY" 2>/dev/null
openbox >/dev/null 2>&1 &
manager=$!

# Opens the window without its frame, so that the pictures show nothing else.
open_window() {
    "$program" --data "$data" "$@" 2>/dev/null &
    window=$!
    xdotool search --sync --onlyvisible --class hoclieu >/dev/null
    sleep 1
    xdotool search --onlyvisible --name '^Học Liệu|– Học Liệu$' windowfocus --sync 2>/dev/null || true
    xdotool key F11
    sleep 2
}

close_window() {
    kill "$window" 2>/dev/null || true
    wait "$window" 2>/dev/null || true
}

press() {
    local key
    for key in "$@"; do
        xdotool key "$key"
        sleep 0.7
    done
}

picture() {
    sleep 1
    xdotool mousemove 1360 760
    sleep 0.4
    import -window root -colors 255 "PNG8:$folder/$1.png"
}

# Chooses a theme as the settings would keep it.
theme() {
    sqlite3 "$data/hoclieu.db" "INSERT OR REPLACE INTO setting(key, value) VALUES ('settings', '{\"theme\":\"$1\"}')"
}

open_window --lesson m06/phong-ngua
press Next
press ctrl+n
write "Hỏi chị Lan về ao sau trường mầm non thôn 3: đã rào chưa?"
press Escape ctrl+d Next Next ctrl+d Prior Prior ctrl+1
picture reader-light
press alt+5 && picture notes
press alt+6 && picture settings
press alt+1 && picture library
press ctrl+k
write "tong dai"
picture palette
press Escape ctrl+f
write "tong dai"
picture search
press Escape alt+4
picture study
close_window

theme dark
open_window --lesson m06/cuu-duoi-an-toan
press Next Next Next Next ctrl+3
picture reader-dark
close_window

theme contrast
open_window --lesson m08/tong-dai-111
press Next Next ctrl+2
picture reader-contrast
close_window

# A class with a projector: two monitors that exist in memory only.
hall() {
    local log=$data/monitors.log root=$(dirname "$0")/..
    export DISPLAY=:$((number + 500))
    Xorg "$DISPLAY" -config "$(realpath "$root/tests/desktop/monitors.conf")" -logfile "$log" -nolisten tcp -noreset \
        vt7 -novtswitch -sharevts >/dev/null 2>&1 &
    projector=$!
    until xdpyinfo >/dev/null 2>&1; do sleep 0.1; done
    xrandr --output DUMMY0 --mode 1366x768 --primary --addmode DUMMY1 1920x1080
    xrandr --output DUMMY1 --mode 1920x1080 --right-of DUMMY0
    openbox >/dev/null 2>&1 &
    hall_manager=$!
}

# The speaker's screen and the hall's, each in a file of its own.
pictures() {
    sleep 1
    import -window root -crop 1366x768+0+0 +repage -colors 255 "PNG8:$folder/$1.png"
    import -window root -crop 1920x1080+1366+0 +repage -resize 1366x -colors 255 "PNG8:$folder/$2.png"
}

theme light
hall
open_window --lesson m08/tong-dai-111 --present --monitor 2
sleep 3
# The first press closes what is said about the sources.
press Next Next Next Next Next
pictures presenter slide
press 4 Return h
xdotool type 25
press Return
xdotool type 75
pictures hands-dialog slide-behind
rm "$folder/slide-behind.png"
xdotool mousemove 380 484 click 1
pictures presenter-hands hands
rm "$folder/presenter-hands.png"
press Next k
pictures room-check room-number
close_window

# What `check` says about a broken copy, drawn as a terminal shows it.
copy=$data/course
cp -r "$(dirname "$0")/../curriculum/bao-ve-tre-em-binh-dang-gioi" "$copy"
sed -i '0,/"kind": "paragraph"/s//"kind": "paragrph"/' "$copy/lessons/m06/phong-ngua.json"
sed -i '0,/#Điều 51"/s//#Điều 51", "luat-tre-em-2061#Điều 4"/' "$copy/lessons/m08/tong-dai-111.json"
{ "$program" check "$copy" || true; } | sed "s|$data/||; s/%/%%/g" >"$data/check.txt"
font=$(dirname "$0")/../assets/fonts/JetBrainsMono-Regular.ttf
convert -background '#12343A' -fill '#E8EDEF' -font "$font" -pointsize 15 -interline-spacing 4 "label:$(cat "$data/check.txt")" \
    -bordercolor '#12343A' -border 24 -colors 64 "PNG8:$folder/check.png"
