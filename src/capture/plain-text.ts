/** Plain text (.txt): one news article a file, as copied from a page or a wire. What its lines mean: news-layout.ts. O(bytes). */
import { type CaptureFormat, refuse } from './capture-outcome.ts';
import { completeArticle, EMPTY_DRAFT } from './complete-article.ts';
import { decodeText } from './decode-text.ts';
import { layOutNews } from './news-layout.ts';
import { MOST_FILE_BYTES, readAll } from './read-bytes.ts';

const name = 'plain-text@1';

export const plainText: CaptureFormat = {
  name,
  extensions: ['.txt', '.text'],
  sniff: (head) => decodeText(head).ok,
  async *read(source, context) {
    const bytes = await readAll(source);
    if (bytes === null) {
      yield refuse(context, 'too-large', `The file is larger than ${MOST_FILE_BYTES / 2 ** 20} MiB.`);
      return;
    }
    const decoded = decodeText(bytes);
    if (!decoded.ok) {
      yield refuse(context, decoded.code, decoded.reason);
      return;
    }
    const draft = { ...EMPTY_DRAFT, ...layOutNews(decoded.text) };
    yield await completeArticle(draft, { bytes, line: null, parser: name }, context);
  },
};
