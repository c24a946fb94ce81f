#!/bin/sh
# Lets a worker finish what it works on before a new version takes its place: sqsd takes no more messages, and this hook
# waits until the application has answered for those it has. Switched on by the environment property
# WORKER_DRAIN_SECONDS, the most seconds to wait; docs/deploy/drain.md tells the whole.
set -u

say() { echo "drain: $*"; }

limit=$(/opt/elasticbeanstalk/bin/get-config environment -k WORKER_DRAIN_SECONDS 2>/dev/null || echo "${WORKER_DRAIN_SECONDS:-0}")
case "$limit" in
    '' | *[!0-9]*) limit=0 ;;
esac
if [ "$limit" -eq 0 ]; then
    say "off; set WORKER_DRAIN_SECONDS to switch it on"
    exit 0
fi

# Elastic Beanstalk's own engine stops sqsd before any hook runs. By this drop-in that stop is a drain as well, from the
# next deployment on: systemd sends SIGINT, on which sqsd finishes what it has, and waits for it.
if [ -d /run/systemd/system ]; then
    mkdir -p /etc/systemd/system/sqsd.service.d
    printf '[Service]\nKillSignal=SIGINT\nTimeoutStopSec=%s\n' "$limit" >/etc/systemd/system/sqsd.service.d/10-drain.conf
    systemctl daemon-reload || say "systemd did not read the drop-in; the next stop of sqsd may cut messages off"
fi

pid_file=/var/run/aws-sqsd/default.pid
pid=$(cat "$pid_file" 2>/dev/null || true)
case "$pid" in
    '' | *[!0-9]*)
        say "no daemon runs here"
        exit 0
        ;;
esac
if ! kill -INT "$pid" 2>/dev/null; then
    say "the daemon has ended already"
    exit 0
fi

waited=0
while kill -0 "$pid" 2>/dev/null; do
    if [ "$waited" -ge "$limit" ]; then
        say "still busy after $limit s; going on, so what is worked on now is cut off and comes again"
        exit 0
    fi
    sleep 1
    waited=$((waited + 1))
done

# A service manager that starts the daemon again must not undo this; the platform starts it when the new version is up.
again=$(cat "$pid_file" 2>/dev/null || true)
if [ -n "$again" ] && [ "$again" != "$pid" ] && [ -d /run/systemd/system ]; then
    systemctl stop sqsd.service && say "stopped the daemon, which was started again"
fi
say "idle after $waited s"
