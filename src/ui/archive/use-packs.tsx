/** Share packs among the files that were brought: each is asked about before anything of it is read in. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { MountChoice, MountReceipt, PackOffer } from '../../protocol/archive-calls.ts';
import type { Result } from '../../text/result.ts';
import type { ImportSource } from '../import-desk.ts';
import { usePanel } from '../panel.ts';
import { useArchivePage } from './archive-page.ts';
import { PackQuestion } from './PackQuestion.tsx';

interface AskedPack {
  readonly source: ImportSource;
  readonly offer: PackOffer;
  /** Whatever else was brought with it. */
  readonly others: readonly ImportSource[];
  /** Packs whose articles the reader wants as copies. */
  readonly copied: readonly ImportSource[];
}

interface PackQuestions {
  /** Null when nothing is asked. */
  readonly question: ComponentChildren;
  /** What is left when all packs are decided goes to `onFiles`. */
  askFirst(sources: readonly ImportSource[], copied?: readonly ImportSource[]): Promise<void>;
}

export function usePacks(
  onFiles: (sources: readonly ImportSource[]) => void,
  onFailed: (failed: Result<never>) => void,
): PackQuestions {
  const { port } = useArchivePage();
  const mounted = useMountedWords();
  const [asked, setAsked] = useState<AskedPack | null>(null);
  const [isBusy, setBusy] = useState(false);
  const askFirst: PackQuestions['askFirst'] = async (sources, copied = []) => {
    setAsked(null);
    for (const [at, source] of sources.entries()) {
      if (!/\.zip$/i.test(source.name) || !(await port.isPack(source.file))) continue;
      const others = sources.filter((_, place) => place !== at);
      const offer = await port.examinePack(source.file);
      if (offer.ok) return setAsked({ source, offer: offer.value, others, copied });
      onFailed(offer);
      return askFirst(others, copied);
    }
    const left = [...sources, ...copied];
    if (left.length > 0) onFiles(left);
  };
  const mount = async ({ source, others, copied }: AskedPack, choice: MountChoice) => {
    setBusy(true);
    const done = await port.mountPack(source.file, choice);
    setBusy(false);
    if (done.ok) mounted(done.value);
    else onFailed(done);
    await askFirst(others, copied);
  };
  const question = asked && (
    <PackQuestion
      offer={asked.offer}
      isBusy={isBusy}
      onMount={(choice) => void mount(asked, choice)}
      onCopy={() => void askFirst(asked.others, [...asked.copied, asked.source])}
      onCancel={() => void askFirst(asked.others, asked.copied)}
    />
  );
  return { question, askFirst };
}

/** Says what was loaded, and offers to take it back: what it replaced returns then. */
function useMountedWords(): (receipt: MountReceipt) => void {
  const { t, undoable } = usePanel();
  const { port } = useArchivePage();
  return ({ pack, replaced }) =>
    undoable.set({
      text: t(replaced ? 'packReplaced' : 'packMounted', pack.name),
      undo: () => port.calls.movePacks({ remove: [pack.digest], restore: replaced ? [replaced.digest] : [] }),
    });
}
