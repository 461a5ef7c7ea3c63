import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchExtension } from '../support/extension';
import { importFiles } from '../support/library-steps';
import { makeCards } from './import-bench';
export async function run([folder, size]: readonly string[]) {
  const made = mkdtempSync(join(tmpdir(), 'counterpoint-cards-'));
  const extension = await launchExtension();
  try {
    const library = await extension.openOwn('library.html#/import');
    const files = makeCards(folder!, join(made, 'cards'), Number(size), 'n');
    const cdp = await extension.context.newCDPSession(library);
    await cdp.send('Profiler.enable');
    await cdp.send('Profiler.start');
    const t = performance.now();
    console.log(await importFiles(library, files));
    console.log('seconds', (performance.now() - t) / 1000);
    const { profile } = await cdp.send('Profiler.stop');
    const self = new Map<string, number>();
    const dt = profile.timeDeltas!;
    const byId = new Map(profile.nodes.map((n) => [n.id, n]));
    profile.samples!.forEach((id, i) => {
      const n = byId.get(id)!;
      const name = `${n.callFrame.functionName}:${n.callFrame.lineNumber}:${n.callFrame.columnNumber} ${n.callFrame.url.slice(-24)}`;
      self.set(name, (self.get(name) ?? 0) + dt[i]! / 1000);
    });
    for (const [name, ms] of [...self].sort((a, b) => b[1] - a[1]).slice(0, 25))
      console.log(ms.toFixed(0).padStart(6), name);
  } finally {
    await extension.close();
  }
}
