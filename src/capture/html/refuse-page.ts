/** Pages that hold no article, and what the reader is told about them. O(blocks). */
import type { RefusalCode } from '../capture-outcome.ts';
import type { LinkedArticle } from './linked-data.ts';
import type { PageMeta } from './page-meta.ts';
import type { BlockTree } from './read-blocks.ts';

interface PageFacts {
  readonly articleBody: string;
  readonly tree: BlockTree;
  readonly linked: LinkedArticle | null;
  readonly meta: PageMeta;
}

/** A paragraph; what is shorter is a notice. */
const SHORTEST_ARTICLE = 80;
/** A paywall leaves a paragraph or two; the shortest whole articles behind one are longer. */
const LONGEST_STUB = 1_000;

const ASKS_TO_PAY =
  /subscribe (?:now )?to (?:continue|read|keep|unlock)|to (?:continue|keep) reading|subscribers? only|(?:already|not yet) a (?:subscriber|member)|create (?:a free|an) account to|this (?:article|content|story) is (?:reserved|exclusive|for)|réservé aux abonnés|weiterlesen mit|nur für abonnenten|exclusivo para suscriptores|riservato agli abbonati|только для подписчиков|المشتركين فقط/i;
const ASKS_FOR_SCRIPT = /(?:enable|turn on|requires?) javascript|javascript (?:is )?(?:disabled|required)/i;
const ASKS_FOR_PROOF =
  /(?:verify|confirm|check(?:ing)?) (?:that )?(?:you are|you're|if you are|your browser)|are you a robot|unusual traffic|access denied|captcha/i;
const IS_ERROR =
  /(?:^|\b)(?:404|page not found|not be found|no longer available|page introuvable|seite nicht gefunden|página no encontrada)\b/i;

/** Null where the page holds an article. */
export function whyNoArticle({
  articleBody,
  tree,
  linked,
  meta,
}: PageFacts): { code: RefusalCode; reason: string } | null {
  const seen = tree.blocks
    .slice(0, 400)
    .map((block) => block.text)
    .join('\n')
    .slice(0, 20_000);
  const isClosed =
    linked?.isFree === false || /^(?:locked|metered-locked)$/i.test(meta.first('article:content_tier') ?? '');
  if (
    articleBody.length < LONGEST_STUB &&
    ASKS_TO_PAY.test(seen) &&
    (isClosed || articleBody.length < LONGEST_STUB / 3)
  ) {
    return {
      code: 'paywall',
      reason:
        'The page shows only the beginning of the article and asks for a subscription; open it signed in and save it again.',
    };
  }
  if (articleBody.length >= SHORTEST_ARTICLE) return null;
  const wide =
    /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(articleBody) &&
    articleBody.length * 2.5 >= SHORTEST_ARTICLE;
  if (wide) return null;
  if (ASKS_FOR_PROOF.test(seen)) {
    return {
      code: 'no-article',
      reason:
        'The site sent a check for robots in place of the article; open the page in a tab and save it again.',
    };
  }
  if (ASKS_FOR_SCRIPT.test(seen)) {
    return {
      code: 'no-article',
      reason:
        'The page fills in its text by script, and the file does not hold it; open the page in a tab and save it from there.',
    };
  }
  if (IS_ERROR.test(seen.slice(0, 2_000))) {
    return {
      code: 'no-article',
      reason: 'The page says that the article was not found; look for its new address.',
    };
  }
  return {
    code: 'no-article',
    reason:
      'The page holds no article, only links or short notices; select the text you want and save the selection.',
  };
}
