// Looks at pages as a validator does, and in headless Chromium as people do: axe-core at three sizes, light and dark.
//
//   node check.mjs JOBS.json     [{"page": "/path/x.html", "views": "all" | "320 px, light"}, …]
//
// Prints one JSON object: what was found on each page, as sentences; none: good.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { HtmlValidate } from "html-validate";
import { chromium } from "playwright-core";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const BROWSER = process.env.CHROMIUM || "/usr/bin/chromium";
const QUIET = ["no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking"];
const MORE = ["disable-component-update", "disable-sync"];

// A window of 1280 at 100 %, at 200 % (half as many CSS pixels), and the narrowest that WCAG asks for.
const SIZES = [
  { name: "100 %", width: 1280, height: 800, deviceScaleFactor: 1 },
  { name: "200 %", width: 640, height: 400, deviceScaleFactor: 2 },
  { name: "320 px", width: 320, height: 640, deviceScaleFactor: 1 },
];
const THEMES = ["light", "dark"];

const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:a11y"],
  rules: {
    "long-title": "off",
    "no-inline-style": "error",
    // The roles of tables are written out, for cells that stand below each other on a narrow screen are taken for
    // no table by some browsers.
    "no-redundant-role": "off",
    "prefer-native-element": "off",
    // One heading of the first level, and none left out; what a box holds is no section of its own.
    "heading-level": "error",
    "require-sri": "error",
    "no-raw-characters": "error",
  },
});

async function markup(html) {
  const report = await validator.validateString(html);
  return report.results.flatMap((one) => one.messages.map((m) => `markup: ${m.ruleId}: ${m.message} (line ${m.line})`));
}

// In the dark only the colors are other ones; what axe-core says of the rest it has said.
const IN_THE_DARK = { runOnly: ["color-contrast"] };

async function seen(context, address, where, rules) {
  const found = [];
  const page = await context.newPage();
  page.on("request", (request) => {
    if (request.url() !== address) found.push(`asks: ${request.url()}`);
  });
  page.on("console", (message) => found.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => found.push(`console: ${error.message}`));
  await page.goto(address);
  found.push(...(await page.evaluate(layout)));
  await page.addScriptTag({ path: AXE });
  const told = await page.evaluate((asked) => window.axe.run(document, { resultTypes: ["violations"], ...asked }), rules);
  for (const one of told.violations) {
    found.push(`axe: ${one.id}: ${one.help}: ${one.nodes.map((node) => node.html.slice(0, 120)).slice(0, 3).join(" | ")}`);
  }
  await page.close();
  return found.map((text) => `${text} [${where}]`);
}

// Runs in the page: what is cut off, what makes it scroll sideways, whether it took its looks.
function layout() {
  const found = [];
  const root = document.documentElement;
  if (root.scrollWidth > window.innerWidth) {
    found.push(`reflow: the page is ${root.scrollWidth} wide in a window of ${window.innerWidth}`);
  }
  for (const one of document.querySelectorAll("main p, main li, main th, main td, main .pill, main h2, main label")) {
    if (one.closest("svg, .scroll") || !one.getClientRects().length) continue;
    const box = one.getBoundingClientRect();
    if (box.right > window.innerWidth + 1 && getComputedStyle(one).position !== "absolute") {
      found.push(`reflow: “${one.textContent.slice(0, 40)}” ends at ${Math.round(box.right)}`);
    }
    if (one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1 && getComputedStyle(one).display !== "inline") {
      found.push(`clipped: “${one.textContent.slice(0, 40)}”`);
    }
  }
  if (getComputedStyle(document.body).marginTop !== "0px") found.push("looks: the style was not taken");
  return found;
}

// Two at a time.
async function each(jobs, work) {
  const left = [...jobs];
  const worker = async () => {
    while (left.length) await work(left.shift());
  };
  await Promise.all([worker(), worker()]);
}

async function main() {
  const jobs = JSON.parse(await readFile(process.argv[2], "utf-8"));
  const flags = [...QUIET, ...MORE].map((flag) => `--${flag}`);
  const browser = await chromium.launch({ executablePath: BROWSER, args: flags });
  const found = Object.fromEntries(jobs.map((job) => [job.page, []]));
  for (const job of jobs) found[job.page].push(...(await markup(await readFile(job.page, "utf-8"))));
  for (const { name, ...size } of SIZES) {
    for (const colorScheme of THEMES) {
      const { width, height, deviceScaleFactor } = size;
      const viewport = { width, height };
      const context = await browser.newContext({ viewport, deviceScaleFactor, colorScheme, bypassCSP: true });
      await context.setOffline(true);
      const wanted = jobs.filter(({ views }) => views === "all" || views === `${name}, ${colorScheme}`);
      const rules = colorScheme === "dark" ? IN_THE_DARK : {};
      await each(wanted, async (job) => {
        const told = await seen(context, pathToFileURL(job.page).href, `${name}, ${colorScheme}`, rules);
        found[job.page].push(...told);
      });
      await context.close();
    }
  }
  // Once as a person opens it: nothing that the page's own policy forbids is in it.
  const context = await browser.newContext();
  await context.setOffline(true);
  for (const job of jobs) {
    const page = await context.newPage();
    page.on("console", (message) => found[job.page].push(`policy: ${message.text()}`));
    await page.goto(pathToFileURL(job.page).href);
    if ((await page.evaluate(() => getComputedStyle(document.body).marginTop)) !== "0px") {
      found[job.page].push("policy: the style was refused");
    }
    await page.close();
  }
  await browser.close();
  console.log(JSON.stringify(found));
}

await main();
