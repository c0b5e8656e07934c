/**
 * What an extension holds in Firefox, as `about:memory` tells it: everything that stands under an address of ours, that
 * is scripts, objects, texts, document trees and styles of our pages, background and workers. The memory of the process
 * they run in says little of them: the engine's own code and tables are most of it, and what was freed stays with it.
 * One report takes some 100 ms of each process.
 */

/** In the chrome context; `args[0]` is the extension's uuid. Bytes. */
export const MEASURE_OWN = `
  const manager = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager);
  return new Promise((resolve) => {
    let own = 0;
    const add = (process, path, kind, units, amount) => {
      if (units === Ci.nsIMemoryReporter.UNITS_BYTES && path.startsWith('explicit/') && path.includes(args[0]))
        own += amount;
    };
    manager.getReports(add, null, () => resolve(own), null, false);
  });
`;

/** Three times, as that page's button does: what one round frees may hold what the next one frees. Content processes tell nobody when they are done. */
export const MINIMISE = `
  for (let round = 0; round < 3; round++) {
    for (const topic of ['child-gc-request', 'child-cc-request', 'child-mmu-request'])
      Services.obs.notifyObservers(null, topic);
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
`;
