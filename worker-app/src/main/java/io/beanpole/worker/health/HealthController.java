package io.beanpole.worker.health;

import io.beanpole.worker.run.WorkDirectories;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers whether this instance can work: 200, or 503 with the reasons. */
@RestController
class HealthController {
    /**
     * What is said.
     *
     * @param problems empty when all is well
     */
    record Health(String status, List<String> problems) {}

    private final JdbcClient jdbc;
    private final WorkDirectories directories;

    HealthController(JdbcClient jdbc, WorkDirectories directories) {
        this.jdbc = jdbc;
        this.directories = directories;
    }

    @GetMapping("/health")
    ResponseEntity<Health> health() {
        List<String> problems = new ArrayList<>();
        try {
            jdbc.sql("select 1").query(Integer.class).single();
        } catch (DataAccessException e) {
            problems.add("The database can't be reached.");
        }
        if (!directories.isUsable()) {
            problems.add("The work directory can't be written.");
        }
        return problems.isEmpty()
                ? ResponseEntity.ok(new Health("ok", problems))
                : ResponseEntity.status(503).body(new Health("unavailable", problems));
    }
}
