package io.beanpole.cloud.instance.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which commands an instance doesn't run, because they would change the machine that all instances share here. */
public final class CommandPolicy {
    private static final Set<String> OF_THE_MACHINE = Set.of(
            ("yum dnf apt apt-get rpm dpkg amazon-linux-extras pip pip3 gem npm easy_install systemctl service chkconfig"
                            + " initctl restart update-rc.d supervisorctl useradd usermod userdel groupadd groupmod groupdel"
                            + " passwd chown chgrp mount umount swapon swapoff mkswap mkfs fdisk parted sysctl modprobe insmod"
                            + " reboot shutdown halt poweroff init kill pkill killall crontab at docker docker-compose podman"
                            + " iptables ip6tables nft ip ifconfig route hostname hostnamectl timedatectl sudo su runuser"
                            + " chroot unshare setcap setenforce nginx httpd apachectl")
                    .split("\\s+"));
    private static final Pattern END_OF_COMMAND = Pattern.compile("[;&|\\n(){}`]+");
    private static final Pattern NO_PROGRAM =
            Pattern.compile("\\w+=.*|if|then|else|elif|while|until|do|!|time|exec|nohup|env|command|xargs|-\\S*");
    private static final Pattern PATH_OF_THE_MACHINE = Pattern.compile(
            "(?<![\\w./-])/(?:proc/sys|sys|boot|dev(?!/(?:null|zero|stdin|stdout|stderr|fd|tty|u?random)\\b))\\b\\S*");

    private CommandPolicy() {}

    /** Why a shell command isn't run; empty for one that is. */
    public static Optional<String> refusal(String command) {
        Matcher path = PATH_OF_THE_MACHINE.matcher(command);
        if (path.find()) {
            return Optional.of("it uses " + path.group() + ", which belongs to this machine and not to the instance");
        }
        return Arrays.stream(END_OF_COMMAND.split(command))
                .flatMap(part -> program(part).stream())
                .filter(OF_THE_MACHINE::contains)
                .findFirst()
                .map(program -> "it calls " + program + ", which would change this machine and not only the instance");
    }

    /** The name of the program that a simple command calls. */
    private static Optional<String> program(String part) {
        List<String> words = List.of(part.strip().split("\\s+"));
        return words.stream()
                .filter(word -> !NO_PROGRAM.matcher(word).matches())
                .findFirst()
                .map(word -> word.replaceAll("[\"']", ""))
                .map(word -> word.substring(word.lastIndexOf('/') + 1));
    }
}
