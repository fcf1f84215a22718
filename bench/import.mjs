// How long an import of 10,000 rows takes, from the file to what everybody sees, beside the floor: the
// same stations handed over whole, with nobody looking. And how long the list takes meanwhile.
//
// Usage: cargo xtask bench, or node bench/import.mjs

import { setTimeout } from "node:timers/promises";
import { describe } from "../e2e/support/description.mjs";
import { imports } from "../e2e/support/imports.mjs";
import { startSite } from "../e2e/support/site.mjs";
import { staff } from "../e2e/support/staff.mjs";
import { workbook } from "../e2e/support/workbook.mjs";

const ROWS = 10_000;
const HEADER = ["名称", "类型", "区", "街道", "地址", "纬度", "经度", "坐标系", "电话"];
const rows = Array.from({ length: ROWS }, (_, i) => [
  `新站${i}`, "暖心驿站", "东城区", "安定门街道", `${i}号`, 39.93 + i / 1e6, 116.4 + i / 1e6, "WGS-84", 13800000000 + i,
]);
const file = workbook({ 清单: [HEADER, ...rows] });
const site = await startSite({ clock: null });
try {
  const io = imports(site, await describe(site));
  const editor = await staff(site, { role: "listing_editor", desk: "city" });
  const list = async () => (await site.ask("/api/v1/stations?near=39.914,116.404&open=now")).arrayBuffer();
  await list();

  let isOver = false;
  const waits = [];
  const others = (async () => {
    while (!isOver) {
      waits.push(await timed(list));
      await setTimeout(5);
    }
  })();
  let plan;
  const planned = await timed(async () => { plan = await io.plan(editor, file); });
  if (plan.counts.new.total !== ROWS) throw new Error(JSON.stringify(plan.counts));
  const applied = await timed(() => io.apply(editor, plan.id, plan.seal));
  isOver = true;
  await others;
  await list();

  const csv = await (await site.ask("/api/v1/stations.csv")).text();
  const handed = await timed(async () => {
    const answer = await site.ask("/api/v1/listing", {
      method: "PUT", body: csv, headers: { authorization: `Bearer ${site.operatorToken}` },
    });
    if (!answer.ok) throw new Error(await answer.text());
  });
  waits.sort((a, b) => a - b);
  console.log(`\n| ${ROWS} rows of XLSX, ${(file.length / 1e6).toFixed(1)} MB | s |\n|---|---|`);
  for (const [what, ms] of [
    ["read and planned", planned], ["applied", applied], ["the same handed over whole (the floor)", handed],
    ["the list meanwhile: longest wait", waits.at(-1)], ["p50", waits[Math.floor(waits.length / 2)]],
  ]) console.log(`| ${what} | ${(ms / 1000).toFixed(3)} |`);
} finally {
  await site.stop();
}

async function timed(work) {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
