import assert from "node:assert/strict";
import { test } from "node:test";
import { TaskList } from "../../main/resources/page/assets/task-list.js";

const task = (id, state = "QUEUED") => ({ id, state, createdAt: `2026-01-01T00:00:0${id}Z` });
const ids = (tasks) => tasks.map(({ id }) => id);

test("tasks stand newest first, in whatever order they came", () => {
    const list = new TaskList();
    list.addPage([task("2"), task("1")], false);
    list.add(task("3"));
    assert.deepEqual(ids(list.all()), ["3", "2", "1"]);
});

test("a finished task is not taken back by older news", () => {
    const list = new TaskList();
    list.add(task("1", "SUCCEEDED"));
    list.addPage([task("1", "RUNNING")], false);
    assert.equal(list.all()[0].state, "SUCCEEDED");
});

test("news of a task beyond the loaded pages waits for its page", () => {
    const list = new TaskList();
    list.addPage([task("5"), task("4")], true);
    list.add(task("2", "SUCCEEDED"));
    assert.deepEqual(ids(list.all()), ["5", "4"]);
    list.addPage([task("3"), task("2")], false);
    assert.deepEqual(ids(list.all()), ["5", "4", "3", "2"]);
});

test("news answers what was known before", () => {
    const list = new TaskList();
    assert.equal(list.add(task("1")), undefined);
    assert.equal(list.add(task("1", "RUNNING")).state, "QUEUED");
});

test("a filter leaves one state, active leaves the unfinished", () => {
    const list = new TaskList();
    list.addPage([task("3", "RUNNING"), task("2"), task("1", "FAILED")], false);
    assert.deepEqual(ids(list.all("FAILED")), ["1"]);
    assert.deepEqual(ids(list.active()), ["3", "2"]);
});
