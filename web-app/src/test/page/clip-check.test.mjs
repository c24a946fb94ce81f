import assert from "node:assert/strict";
import { test } from "node:test";
import { clipProblem, clipType } from "../../main/resources/page/assets/clip-check.js";
import { csrfToken } from "../../main/resources/page/assets/csrf.js";

test("a video is known by its type or, without one, by its name", () => {
    assert.equal(clipType({ name: "a.bin", type: "video/mp4" }), "video/mp4");
    assert.equal(clipType({ name: "A.MKV", type: "" }), "video/x-matroska");
    assert.equal(clipType({ name: "notes.txt", type: "text/plain" }), null);
    assert.equal(clipType({ name: "mp4", type: "" }), null);
});

test("a file that can't be a clip is refused in a sentence with its name", () => {
    assert.match(clipProblem({ name: "a.txt", type: "text/plain", size: 5 }, 10), /“a.txt” is not a video/);
    assert.match(clipProblem({ name: "a.mp4", type: "video/mp4", size: 0 }, 10), /is empty/);
    assert.match(clipProblem({ name: "a.mp4", type: "video/mp4", size: 3 * 1024 ** 3 }, 2 * 1024 ** 3), /3 GB.*2 GB/);
    assert.equal(clipProblem({ name: "a.mp4", type: "video/mp4", size: 10 }, 10), null);
    assert.equal(clipProblem({ name: "a.mp4", type: "video/mp4", size: 10 }, null), null);
});

test("the CSRF token is read from among other cookies", () => {
    assert.equal(csrfToken("a=b; XSRF-TOKEN=x%2Fy; c=d"), "x/y");
    assert.equal(csrfToken("NOT-XSRF-TOKEN=x"), null);
});
