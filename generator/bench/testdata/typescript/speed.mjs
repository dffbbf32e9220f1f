// Measures generated TypeScript: node speed.mjs MODULE EQUAL ROUNDS MILLISECONDS.
// It prints, as JSON, what each competitor took in each round, in nanoseconds for
// one lookup, and the bytes of bundles, as they are and compressed. EQUAL is a module with the codes of the
// peers alone.
import { build } from "esbuild";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const [module, equal] = process.argv.slice(2);
const [rounds, spell] = process.argv.slice(4).map(Number);
const here = import.meta.dirname ?? new URL(".", import.meta.url).pathname;
const inputs = 1 << 16; // random, and too many for a processor to learn their branches

const bundles = {
  "one constant, bundled": {
    ours: `import { NotFound } from "ours"; console.log(NotFound);`,
    statuses: `import statuses from "statuses"; console.log(statuses.code["not found"]);`,
    "http-status-codes": `import { StatusCodes } from "http-status-codes"; console.log(StatusCodes.NOT_FOUND);`,
    "http-status": `import status from "http-status"; console.log(status.NOT_FOUND);`,
  },
  "one phrase, bundled": {
    ours: `import { phrase } from "ours"; console.log(phrase(404));`,
    "ours, equal codes": `import { phrase } from "equal"; console.log(phrase(404));`,
    statuses: `import statuses from "statuses"; console.log(statuses.message[404]);`,
    "http-status-codes": `import { getReasonPhrase } from "http-status-codes"; console.log(getReasonPhrase(404));`,
    "http-status": `import status from "http-status"; console.log(status[404]);`,
  },
};

const lookups = {
  ours: `import { phrase } from "ours"; export default (code) => phrase(code);`,
  statuses: `import statuses from "statuses"; export default (code) => statuses(code);`,
  "http-status-codes": `import { getReasonPhrase } from "http-status-codes"; export default (code) => getReasonPhrase(code);`,
};

/** Bundles an entry into a file, and gives what that holds. */
async function bundle(contents, outfile) {
  await build({
    stdin: { contents, resolveDir: here },
    bundle: true,
    minify: true,
    format: "esm",
    alias: { ours: module, equal },
    outfile,
  });
  return readFile(outfile);
}

/** A generator of numbers below 1 from a fixed seed: mulberry32. */
function seeded(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A loop of its own for each competitor. Functions of one source share what the
 * engine learns of them, and the first of them would win.
 */
function loop(who, look) {
  return new Function(
    "look",
    `return (codes) => { // ${who}
      let n = 0;
      for (let i = 0; i < codes.length; i++) {
        try { n += look(codes[i])?.length ?? 0; } catch { n++; }
      }
      return n;
    }`,
  )(look);
}

/** The nanoseconds of the processor's time: other programs run on this machine too. */
function took(run, codes, passes) {
  const start = process.cpuUsage();
  for (let i = 0; i < passes; i++) run(codes);
  const { user, system } = process.cpuUsage(start);
  return (user + system) * 1000;
}

const measures = {};
const dir = await mkdtemp(join(tmpdir(), "speed-"));
try {
  for (const [question, entries] of Object.entries(bundles)) {
    const compressed = `${question}, compressed`;
    measures[question] = {};
    measures[compressed] = {};
    for (const [who, entry] of Object.entries(entries)) {
      const bytes = await bundle(entry, join(dir, "sized.mjs"));
      measures[question][who] = { Costs: [bytes.length] };
      measures[compressed][who] = { Costs: [gzipSync(bytes, { level: 9 }).length] };
    }
  }
  const competitors = {};
  const compete = async (who, entry) => {
    const outfile = join(dir, `${who}.mjs`);
    await bundle(entry, outfile);
    competitors[who] = (await import(pathToFileURL(outfile))).default;
  };
  for (const [who, entry] of Object.entries(lookups)) await compete(who, entry);
  const all = [...Array(1000).keys()];
  const ours = all.filter((code) => competitors.ours(code) !== undefined);
  const phrases = Object.fromEntries(ours.map((code) => [code, competitors.ours(code)]));
  await compete("plain object", `const phrases = ${JSON.stringify(phrases)}; export default (code) => phrases[code];`);
  const has = (look, code) => {
    try {
      return look(code) !== undefined;
    } catch {
      return false; // that is how some say it
    }
  };
  const looks = Object.values(competitors);
  const known = all.filter((code) => looks.every((look) => has(look, code)));
  const strangers = all.filter((code) => !looks.some((look) => has(look, code)));
  const random = seeded(1);
  const pick = (list) => Array.from({ length: inputs }, () => list[Math.floor(random() * list.length)]);
  const unknown = pick(strangers);
  for (const [question, codes] of [["phrase, known", pick(known)], ["phrase, unknown", unknown]]) {
    measures[question] = {};
    const runs = Object.entries(competitors).map(([who, look]) => {
      const throws = codes === unknown && !["ours", "plain object"].includes(who);
      const few = throws ? codes.slice(0, 256) : codes; // a throw is slow
      const run = loop(`${question}: ${who}`, look);
      took(run, few, 8); // so that it is compiled
      let passes = 1;
      while (took(run, few, passes) < spell * 1e6) passes *= 2;
      measures[question][who] = { Costs: [] };
      return { who, run, few, passes };
    });
    for (let round = 0; round < rounds; round++) {
      for (const { who, run, few, passes } of runs) {
        measures[question][who].Costs.push(took(run, few, passes) / passes / few.length);
      }
    }
  }
} finally {
  await rm(dir, { recursive: true });
}
console.log(JSON.stringify(measures));
