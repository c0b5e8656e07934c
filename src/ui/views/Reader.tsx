/**
 * One archived article, whole: provenance first, then the words as printed with the passage in question marked
 * and in view, names underlined by kind and listed at the side, what is recorded about the outlet, citations.
 */

import { Fragment, type Ref } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ArticleView, CitedPart } from '../../protocol/views.ts';
import type { TextPosition } from '../../text/position.ts';
import { WithCharts } from '../charts/WithCharts.tsx';
import { putQuote } from '../dragged-quote.ts';
import { parsePart, useListKeys } from '../list-keys.ts';
import type { ArticleId, PassageId } from '../nouns.ts';
import { usePanel } from '../panel.ts';
import type { MessageKey } from '../panel-port.ts';
import { ArchiveText } from '../parts/ArchiveText.tsx';
import { CiteMenu } from '../parts/CiteMenu.tsx';
import { ExternalLink } from '../parts/ExternalLink.tsx';
import { HelpDialog } from '../parts/HelpDialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { KindGroups } from '../parts/KindGroups.tsx';
import { NameRow } from '../parts/NameRow.tsx';
import { OutletNote } from '../parts/OutletNote.tsx';
import { Provenance } from '../parts/Provenance.tsx';
import { Reprinted } from '../parts/Reprinted.tsx';
import { ErrorMessage, Skeleton, StateMessage } from '../parts/StateMessage.tsx';
import { Wordmark } from '../parts/Wordmark.tsx';
import { splitParagraphs } from '../segment-text.ts';
import { useAdded } from '../use-added.ts';
import { useAnswer } from '../use-answer.ts';
import { useSelectedPart } from '../use-selected-part.ts';

export function Reader() {
  const { port, t } = usePanel();
  const articleId = port.searchParams.get('article') as ArticleId | null;
  const passageId = port.searchParams.get('passage') as PassageId | null;
  const part = parsePart(port.searchParams.get('part'));
  const [isHelpOpen, setHelpOpen] = useState(false);
  useListKeys(() => setHelpOpen(true));
  return (
    <div class="reader">
      <header class="page-top">
        <Wordmark />
        <button type="button" class="link-button" onClick={() => setHelpOpen(true)}>
          {t('helpOpen')} <kbd>{t('keyHelp')}</kbd>
        </button>
      </header>
      {articleId ? (
        <WithCharts>
          <LoadedArticle articleId={articleId} passageId={passageId} part={part} />
        </WithCharts>
      ) : (
        <main>
          <h1 class="visually-hidden">{t('readerTitle')}</h1>
          <StateMessage state="nothing-found" title={t('noArticleTitle')}>
            <p>{t('noArticleText')}</p>
          </StateMessage>
        </main>
      )}
      <HelpDialog isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </div>
  );
}

/** What of the article was asked for: highlighted, in view, and what is cited. */
interface Wanted {
  readonly passageId: PassageId | null;
  /** A sentence of it; null for the whole passage. */
  readonly part: TextPosition | null;
}

interface LoadedArticleProps extends Wanted {
  readonly articleId: ArticleId;
}

function LoadedArticle({ articleId, ...wanted }: LoadedArticleProps) {
  const { port, t } = usePanel();
  const [times, setTimes] = useState(0);
  const answer = useAnswer(() => port.calls.readArticle({ articleId }), [articleId, times]);
  const isMissing = answer.state === 'failed' && answer.code === 'not-found';
  const isAdding = useAdded(isMissing, () => setTimes(times + 1));
  const headline = answer.state === 'ready' ? answer.value.provenance.headline : null;
  useEffect(() => {
    if (headline) document.title = t('readerTitleOf', headline);
  }, [headline]);
  if (answer.state !== 'ready') {
    return (
      <main>
        <h1 class="visually-hidden">{t('readerTitle')}</h1>
        {answer.state === 'loading' || isAdding ? (
          <Skeleton label={t(isAdding ? 'addingTitle' : 'loading')} lines={12} />
        ) : (
          <ErrorMessage code={answer.code} />
        )}
      </main>
    );
  }
  return <ArticlePage article={answer.value} {...wanted} />;
}

interface ArticlePageProps extends Wanted {
  readonly article: ArticleView;
}

/** What is selected, else the sentence or the passage that was asked for, else the article; never all of it as a passage. */
function whatIsCited({ article, passageId, part }: ArticlePageProps, selected: TextPosition | null) {
  const { passages } = article;
  const around = selected && passages.findLast(({ start }) => start <= selected.start);
  const shown = (around ? around.passageId : passageId) ?? passages[0]?.passageId ?? null;
  const cited = (quoted: CitedPart, words: MessageKey) => ({ passageId: shown, part: quoted, words });
  if (selected) return cited(selected, 'citeSelected');
  if (part) return cited(part, 'citeMarked');
  return passageId && passages.length > 1 ? cited(null, 'cite') : cited('article', 'citeArticle');
}

function ArticlePage(props: ArticlePageProps) {
  const { article, passageId, part } = props;
  const { t } = usePanel();
  const body = useRef<HTMLElement>(null);
  const cited = whatIsCited(props, useSelectedPart(body));
  useEffect(() => {
    document.querySelector('[data-testid="reader-passage"]')?.scrollIntoView({ block: 'center' });
  }, [article, passageId]);
  // Drawn once: a selection that grows letter by letter changes nothing in it.
  const words = useMemo(() => <ArticleBody {...props} element={body} />, [article, passageId, part]);
  const { provenance } = article;
  return (
    <div class="reader-columns">
      <main class="article" data-passage-id={cited.passageId ?? undefined} data-part={partName(cited.part)}>
        <div class="article-provenance">
          <Provenance of={provenance} />
        </div>
        <header class="article-head">
          <h1 class="article-headline">
            {provenance.headline ? (
              <bdi>{provenance.headline}</bdi>
            ) : (
              <span class="missing">{t('noHeadlinePrinted')}</span>
            )}
          </h1>
          <div class="article-tools">
            <CiteMenu {...cited} words={t(cited.words)} />
            <button type="button" class="button" onClick={() => print()}>
              <Icon name="print" />
              {t('print')}
            </button>
          </div>
        </header>
        {words}
        <ArticleFoot article={article} />
      </main>
      <ArticleSide article={article} />
    </div>
  );
}

/** As the keys read it (list-keys.ts). */
function partName(part: CitedPart): string | undefined {
  return part === 'article' ? part : part ? `${part.start}-${part.end}` : undefined;
}

interface ArticleBodyProps extends ArticlePageProps {
  readonly element: Ref<HTMLElement>;
}

function ArticleBody({ article, passageId, part, element }: ArticleBodyProps) {
  const panel = usePanel();
  const { port } = panel;
  /** What is selected leaves with its citation; a link that is dragged stays a link. */
  const onDragStart = (event: DragEvent) => {
    const text = String(getSelection() ?? '');
    if (text.trim() !== '') putQuote(panel, { text, provenance: article.provenance }, event);
  };
  const { articleId } = article.provenance;
  const traced = useAnswer(() => port.calls.traceArticle({ articleId }), [articleId]);
  const reprinted = traced.state === 'ready' ? traced.value : [];
  const passage = article.passages.filter((candidate) => candidate.passageId === passageId);
  return (
    <article
      ref={element}
      class="article-body"
      data-testid="reader-body"
      onDragStart={onDragStart}
      {...(article.language ? { lang: article.language } : {})}
    >
      {splitParagraphs(article.body).map((paragraph) => (
        <Fragment key={paragraph.start}>
          <p dir="auto" data-start={paragraph.start} data-end={paragraph.end}>
            <ArchiveText
              text={article.body}
              within={paragraph}
              highlights={part ? [part] : passage}
              names={article.mentions}
              highlightTestId="reader-passage"
            />
          </p>
          <Reprinted
            provenance={article.provenance}
            body={article.body}
            parts={reprinted.filter(({ end }) => paragraph.start < end && end <= paragraph.end)}
          />
        </Fragment>
      ))}
    </article>
  );
}

function ArticleSide({ article }: { readonly article: ArticleView }) {
  const { t } = usePanel();
  const countOf = (entityId: string) =>
    article.mentions.filter((mention) => mention.entityId === entityId).length;
  return (
    <aside class="article-side">
      <OutletNote outlet={article.outlet} />
      {article.names.length > 0 && (
        <section class="section">
          <h2 class="section-title">{t('namesInArticle')}</h2>
          <KindGroups
            names={article.names}
            draw={(name) => (
              <NameRow
                key={name.entityId}
                entityId={name.entityId}
                type={name.type}
                label={name.label}
                counts="timesInArticle"
                count={countOf(name.entityId)}
              />
            )}
          />
        </section>
      )}
    </aside>
  );
}

/** Where the bytes came from, and which fields were corrected by hand. */
function ArticleFoot({ article }: { readonly article: ArticleView }) {
  const { t, day } = usePanel();
  const { provenance } = article;
  const facts: readonly (readonly [label: string, value: string | null])[] = [
    [t('factIdentifier'), article.identifier],
    [t('factFile'), article.file],
    [t('factDigest'), article.digest],
    [t('factCaptured'), article.capturedAt && day(article.capturedAt)],
    [t('factLicense'), article.license],
    [t('factCurated'), article.curated.length > 0 ? article.curated.join(t('listComma')) : null],
  ];
  return (
    <footer class="article-foot">
      <dl>
        {provenance.url && (
          <div>
            <dt>{t('factAddress')}</dt>
            <dd>
              <ExternalLink href={provenance.url}>{provenance.url}</ExternalLink>
            </dd>
          </div>
        )}
        {facts.map(([label, value]) =>
          value === null ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ),
        )}
      </dl>
    </footer>
  );
}
