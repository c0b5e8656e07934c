import type { Article } from '../../../src/archive/article.ts';
import type { ByteSource, CaptureContext, CaptureOutcome } from '../../../src/capture/capture-outcome.ts';
import { captureFile } from '../../../src/capture/formats.ts';

const encoder = new TextEncoder();

function contextOf(file: string, sidecar: string | null = null): CaptureContext {
  return { file, collection: 'yours', capturedAt: null, sidecar };
}

/** Every outcome of a file given as text, bytes or a stream. */
export async function capture(
  file: string,
  content: string | ByteSource,
  sidecar: string | null = null,
): Promise<CaptureOutcome[]> {
  const source = typeof content === 'string' ? encoder.encode(content) : content;
  const outcomes: CaptureOutcome[] = [];
  for await (const outcome of captureFile(source, contextOf(file, sidecar))) outcomes.push(outcome);
  return outcomes;
}

/** The one article of a file; fails the test when there is none or a refusal. */
export async function captureOne(
  file: string,
  content: string | ByteSource,
  sidecar: string | null = null,
): Promise<Article> {
  const [outcome, ...more] = await capture(file, content, sidecar);
  if (outcome?.ok !== true || more.length > 0) throw new Error(JSON.stringify([outcome, ...more]));
  return outcome.article;
}
