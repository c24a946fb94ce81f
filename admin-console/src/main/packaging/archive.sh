#!/bin/sh
# Writes the archive of loaded classes, from which the console starts about twice as fast. It is made where the console
# is installed, because an archive knows the paths of its jars. Without it, everything is only slower.
set -e
app=$(dirname "$(readlink -f "$0")")
jars=$(sed -n "s|^app.classpath=[\$]APPDIR|$app|p" "$app/Beanpole.cfg" | paste -sd: -)
"$app/../runtime/bin/java" -XX:+UseSerialGC -Xshare:dump -Xlog:disable -XX:SharedClassListFile="$app/console.classes" \
  -XX:SharedArchiveFile="$app/console.jsa" -cp "$jars" >/dev/null 2>&1
