import assert from "node:assert/strict";
import { test } from "node:test";
import { added, canAdd, MOST, moved, removed, totalLength } from "../../main/resources/page/assets/part-order.js";

const parts = [
    { start: 0, end: 1 },
    { start: 4, end: 6 },
    { start: 2, end: 3 },
];

test("a part is added at the end, up to twenty", () => {
    let list = [];
    for (let i = 0; i < MOST + 3; i++) list = added(list, { start: i, end: i + 1 });
    assert.equal(list.length, MOST);
    assert.equal(canAdd(list), false);
    assert.deepEqual(list.at(-1), { start: MOST - 1, end: MOST });
});

test("a part moves by places and not off the list", () => {
    assert.deepEqual(
        moved(parts, 0, 1).map((part) => part.start),
        [4, 0, 2],
    );
    assert.deepEqual(
        moved(parts, 2, -2).map((part) => part.start),
        [2, 0, 4],
    );
    assert.equal(moved(parts, 0, -1), parts);
    assert.equal(moved(parts, 2, 1), parts);
});

test("a change leaves the list before it as it was", () => {
    removed(parts, 1);
    moved(parts, 0, 2);
    added(parts, { start: 7, end: 8 });
    assert.equal(parts.length, 3);
    assert.equal(parts[0].start, 0);
});

test("the length of a join is the sum of its parts", () => {
    assert.equal(totalLength(parts), 4);
});
