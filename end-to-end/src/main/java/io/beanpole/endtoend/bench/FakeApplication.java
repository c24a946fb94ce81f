package io.beanpole.endtoend.bench;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.s3.S3Client;

/** An application of a few megabytes that only answers 200, so that fifty of them fit: image, bundle and version. */
final class FakeApplication {
    static final String NAME = "fake";
    static final String VERSION = "v1";

    /** Perl's base is on every Debian. */
    private static final String PROGRAM = """
            #!/usr/bin/perl
            use IO::Socket::INET;
            my $server = IO::Socket::INET->new(LocalAddr => '127.0.0.1', LocalPort => $ENV{PORT}, Listen => 50,
                ReuseAddr => 1) or die $!;
            while (my $client = $server->accept) {
                my $length = 0;
                while (my $line = <$client>) {
                    $length = $1 if $line =~ /^content-length:\\s*(\\d+)/i;
                    last if $line =~ /^\\r?$/;
                }
                read($client, my $body, $length) if $length;
                print $client "HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\nConnection: close\\r\\n\\r\\nok";
                close $client;
            }
            """;

    private FakeApplication() {}

    /** Pushes the image and makes the version. */
    static void publish(OwnCloud cloud, Path directory) throws Exception {
        String image = push(cloud, directory);
        try (S3Client s3 = cloud.client(S3Client.builder().forcePathStyle(true));
                ElasticBeanstalkClient beanstalk = cloud.client(ElasticBeanstalkClient.builder())) {
            s3.createBucket(bucket -> bucket.bucket("bundles"));
            s3.putObject(object -> object.bucket("bundles").key("fake.zip"), RequestBody.fromBytes(bundle(image)));
            beanstalk.createApplication(application -> application.applicationName(NAME));
            beanstalk.createApplicationVersion(version -> version.applicationName(NAME)
                    .versionLabel(VERSION)
                    .sourceBundle(bundle -> bundle.s3Bucket("bundles").s3Key("fake.zip")));
        }
    }

    private static String push(OwnCloud cloud, Path directory) throws Exception {
        Path program = Files.writeString(directory.resolve("answer"), PROGRAM);
        try (EcrClient ecr = cloud.client(EcrClient.builder())) {
            String uri = ecr.createRepository(repository -> repository.repositoryName(NAME))
                    .repository()
                    .repositoryUri();
            String[] signIn = new String(
                            Base64.getDecoder()
                                    .decode(ecr.getAuthorizationToken()
                                            .authorizationData()
                                            .get(0)
                                            .authorizationToken()),
                            StandardCharsets.UTF_8)
                    .split(":", 2);
            Path cache = Files.createDirectories(directory.resolve("jib"));
            return uri + "@"
                    + Jib.fromScratch()
                            .setFileEntriesLayers(List.of(FileEntriesLayer.builder()
                                    .addEntry(
                                            program,
                                            AbsoluteUnixPath.get("/app/answer"),
                                            FilePermissions.fromOctalString("755"))
                                    .build()))
                            .setEntrypoint("/usr/bin/perl", "/app/answer")
                            .setCreationTime(Instant.EPOCH)
                            .containerize(Containerizer.to(
                                            RegistryImage.named(uri + ":v1").addCredential(signIn[0], signIn[1]))
                                    .setBaseImageLayersCache(cache)
                                    .setApplicationLayersCache(cache)
                                    .setAllowInsecureRegistries(true))
                            .getDigest();
        }
    }

    private static byte[] bundle(String image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("Dockerrun.aws.json"));
            zip.write("""
                    {"AWSEBDockerrunVersion": 2, "containerDefinitions": [{"name": "app", "image": "%s",
                     "essential": true, "memory": 64, "portMappings": [{"hostPort": 80, "containerPort": 80}]}]}
                    """.formatted(image).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
