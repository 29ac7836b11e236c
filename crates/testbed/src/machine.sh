# Boots systemd in an overlay of this machine's files. Run as root: first outside, with its control
# group, a folder for its files, and the folder that it is given; then inside, with the same.
set -euo pipefail
where=$1 group=$2 dir=$3 given=$4

if [ "$where" = outside ]; then
  mkdir "$group"
  echo $$ >"$group/cgroup.procs"
  exec unshare --mount --pid --net --uts --ipc --cgroup --fork --kill-child --propagation private \
    bash "$0" inside "$group" "$dir" "$given"
fi

# As the outside numbers us: /proc is still that of the outside.
read -r init rest </proc/self/stat
echo "init is $init"

layers=$dir/layers
mkdir "$layers"
mount -t tmpfs -o mode=755 layers "$layers"
mkdir "$layers/upper" "$layers/work" "$layers/root"
root=$layers/root
mount -t overlay -o "lowerdir=/,upperdir=$layers/upper,workdir=$layers/work" overlay "$root"
mkdir -p "$root/srv/given"
mount --bind -o ro "$given" "$root/srv/given"

mount -t proc proc "$root/proc"
# The kernel is everybody's: its settings are not for this machine to change.
for shared in sys sysrq-trigger irq; do
  [ -e "$root/proc/$shared" ] || continue
  mount --bind "$root/proc/$shared" "$root/proc/$shared"
  mount -o remount,bind,ro "$root/proc/$shared"
done
mount -t sysfs -o ro sysfs "$root/sys"
mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
mount -t tmpfs -o mode=755 run "$root/run"
mount -t tmpfs -o mode=1777 tmp "$root/tmp"
mount -t tmpfs -o mode=755 dev "$root/dev"
for device in null zero full random urandom tty; do
  touch "$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
mkdir "$root/dev/pts" "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=666 devpts "$root/dev/pts"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
mount -t tmpfs -o mode=1777 shm "$root/dev/shm"
ip link set lo up

# What this machine is for isn't that one's business: its disks, its network, its services.
: >"$root/etc/fstab"
rm -f "$root/usr/sbin/policy-rc.d"
rm -rf "$root"/etc/systemd/system/*.wants "$root"/etc/systemd/system/*.requires

cd "$root"
pivot_root . mnt
umount --lazy /mnt
exec env --ignore-environment container=test PATH=/usr/sbin:/usr/bin:/sbin:/bin \
  setpriv --bounding-set=-sys_module,-sys_time,-sys_rawio,-mknod,-syslog,-sys_pacct \
  /lib/systemd/systemd --unit=multi-user.target --show-status=false --log-target=journal </dev/null
