package io.beanpole.endtoend;

import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An application of a few megabytes, so that fifty of them fit on a laptop: a script of Perl, whose base is on every
 * Debian, as image and as source bundle.
 */
public final class ScriptApplication {
    /**
     * Answers 200 with its name to everything, after PAUSE seconds for a message; tells REPORT what it did. A message
     * that matches FAILS gets a 500, one that matches REFUSES a 400.
     */
    private static final String ANSWERS = """
            #!/usr/bin/perl
            use IO::Socket::INET;
            my $server = IO::Socket::INET->new(LocalAddr => '127.0.0.1', LocalPort => $ENV{PORT}, Listen => 50,
                ReuseAddr => 1) or die $!;
            print STDERR "NAME listens\\n";
            while (my $client = $server->accept) {
                my ($length, $id) = (0, '');
                while (my $line = <$client>) {
                    $length = $1 if $line =~ /^content-length:\\s*(\\d+)/i;
                    $id = $1 if $line =~ /^x-aws-sqsd-msgid:\\s*(\\S+)/i;
                    last if $line =~ /^\\r?$/;
                }
                read($client, my $body, $length) if $length;
                select(undef, undef, undef, $ENV{PAUSE}) if $id && $ENV{PAUSE};
                my $status = !$id ? '200 OK'
                    : $ENV{FAILS} && $body =~ /$ENV{FAILS}/ ? '500 Internal Server Error'
                    : $ENV{REFUSES} && $body =~ /$ENV{REFUSES}/ ? '400 Bad Request' : '200 OK';
                if ($id && $status eq '200 OK' && $ENV{REPORT} && (my $to = IO::Socket::INET->new(PeerAddr => $ENV{REPORT}))) {
                    print $to "$id\\n";
                    close $to;
                }
                print $client "HTTP/1.1 $status\\r\\nContent-Length: " . length('NAME')
                    . "\\r\\nConnection: close\\r\\n\\r\\nNAME";
                close $client;
            }
            """;

    private static final String DIES = """
            #!/usr/bin/perl
            die "NAME has no configuration\\n";
            """;

    private static final String SAYS_NOTHING = """
            #!/usr/bin/perl
            sleep 600;
            """;

    private ScriptApplication() {}

    /**
     * Answers every request with its name. A message takes as many seconds as the variable PAUSE says, and its id goes as
     * a line to the address in REPORT once it is done. One that matches the pattern in FAILS is answered with 500, in
     * REFUSES with 400.
     */
    public static JibContainerBuilder thatAnswers(String name, Path directory) throws IOException {
        return image(ANSWERS, name, directory);
    }

    /** Ends at once. */
    public static JibContainerBuilder thatDies(String name, Path directory) throws IOException {
        return image(DIES, name, directory);
    }

    /** Runs, but never answers, so that its deployment goes on until somebody ends it. */
    public static JibContainerBuilder thatSaysNothing(String name, Path directory) throws IOException {
        return image(SAYS_NOTHING, name, directory);
    }

    private static JibContainerBuilder image(String script, String name, Path directory) throws IOException {
        Path program =
                Files.writeString(Files.createDirectories(directory).resolve(name), script.replace("NAME", name));
        FileEntriesLayer layer = FileEntriesLayer.builder()
                .addEntry(program, AbsoluteUnixPath.get("/app/answer"), FilePermissions.fromOctalString("755"))
                .build();
        return Jib.fromScratch().setFileEntriesLayers(List.of(layer)).setEntrypoint("/usr/bin/perl", "/app/answer");
    }

    /**
     * The source bundle that runs an image.
     *
     * @param image with its digest
     * @param more files beside the Dockerrun file, by path
     */
    public static byte[] bundle(String image, Map<String, String> more) throws IOException {
        Map<String, String> files = new TreeMap<>(more);
        files.put("Dockerrun.aws.json", """
                {"AWSEBDockerrunVersion": 2, "containerDefinitions": [{"name": "app", "image": "%s",
                 "essential": true, "memory": 64, "portMappings": [{"hostPort": 80, "containerPort": 80}]}]}
                """.formatted(image));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
