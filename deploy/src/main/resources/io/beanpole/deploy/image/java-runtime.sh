#!/bin/sh
# Turns the unpacked Debian packages of a base image (first argument: its root folder) into the image itself.
# mmdebstrap runs this as its extract hook; the Java runtime is linked from Debian's own JDK, so that the image
# does not depend on what the building machine has installed.
set -eu
root=$1
work=$root/build
mkdir -p "$work/debs" "$work/jdk" "$work/ca"
(
  cd "$work/debs"
  APT_CONFIG=$MMDEBSTRAP_APT_CONFIG apt-get -q download \
    openjdk-17-jdk-headless openjdk-17-jre-headless ca-certificates
)
for deb in "$work"/debs/openjdk-17-*.deb; do dpkg-deb -x "$deb" "$work/jdk"; done
dpkg-deb -x "$work"/debs/ca-certificates_*.deb "$work/ca"

home=$(echo "$work"/jdk/usr/lib/jvm/java-17-openjdk-*)
rm -rf "$home/conf"
cp -r "$work/jdk/etc/java-17-openjdk" "$home/conf"
# Some libraries (BLAS) live in folders of their own that only a configured package would announce.
for folder in "$root"/usr/lib/*/blas "$root"/usr/lib/*/lapack "$root"/usr/lib/*/pulseaudio; do
  if [ -d "$folder" ]; then echo "${folder#"$root"}" >> "$root/etc/ld.so.conf"; fi
done
# Drivers of graphics cards and their compiler: two thirds of a big image, and of no use on a server.
rm -rf "$root"/usr/lib/*/dri "$root"/usr/lib/*/libLLVM-* "$root"/usr/lib/*/libz3.so* "$root"/usr/lib/*/mfx \
  "$root"/usr/lib/*/libgallium* "$root"/usr/lib/*/libvulkan_*
ldconfig -r "$root"
chroot "$root" "${home#"$root"}/bin/jlink" --output /opt/java \
  --strip-java-debug-attributes --no-man-pages --no-header-files --compress=2 --include-locales=en --add-modules \
java.base,java.desktop,java.instrument,java.logging,java.management,java.management.rmi,java.naming,java.net.http,\
java.prefs,java.scripting,java.security.jgss,java.security.sasl,java.sql,java.transaction.xa,java.xml,java.xml.crypto,\
jdk.crypto.ec,jdk.jcmd,jdk.jfr,jdk.localedata,jdk.management,jdk.management.agent,jdk.naming.dns,jdk.net,\
jdk.unsupported,jdk.zipfs

mkdir -p "$root/etc/ssl/certs" "$root/app" "$root/tmp"
cat "$work"/ca/usr/share/ca-certificates/mozilla/*.crt > "$root/etc/ssl/certs/ca-certificates.crt"
printf '%s\n' 'root:x:0:0:root:/root:/usr/sbin/nologin' 'app:x:1000:1000:app:/app:/usr/sbin/nologin' > "$root/etc/passwd"
printf '%s\n' 'root:x:0:' 'app:x:1000:' > "$root/etc/group"
chown 1000:1000 "$root/app"
chmod 1777 "$root/tmp"

rm -rf "$work" "$root"/usr/share/doc "$root"/usr/share/man "$root"/usr/share/info "$root"/usr/share/locale \
  "$root"/usr/share/lintian "$root"/usr/share/bash-completion "$root"/usr/lib/*/gconv "$root"/var/lib/dpkg \
  "$root"/var/cache/* "$root"/var/log/* "$root"/etc/apt/sources.list "$root"/etc/apt/sources.list.d
mkdir -p "$root/var/cache" "$root/var/log"
