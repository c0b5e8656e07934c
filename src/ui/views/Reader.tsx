/**
 * One archived article, whole: provenance first, then the words as printed with the passage in question marked
 * and in view, names underlined by kind and listed at the side, what is recorded about the outlet, citations.
 */

import { useEffect, useState } from 'preact/hooks';
import type { ArticleView } from '../../protocol/views.ts';
import { useListKeys } from '../list-keys.ts';
import type { ArticleId, PassageId } from '../nouns.ts';
import { usePanel } from '../panel.ts';
import { ArchiveText } from '../parts/ArchiveText.tsx';
import { CiteMenu } from '../parts/CiteMenu.tsx';
import { ExternalLink } from '../parts/ExternalLink.tsx';
import { HelpDialog } from '../parts/HelpDialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { KindGroups } from '../parts/KindGroups.tsx';
import { NameRow } from '../parts/NameRow.tsx';
import { OutletNote } from '../parts/OutletNote.tsx';
import { Provenance } from '../parts/Provenance.tsx';
import { ErrorMessage, Skeleton, StateMessage } from '../parts/StateMessage.tsx';
import { Wordmark } from '../parts/Wordmark.tsx';
import { splitParagraphs } from '../segment-text.ts';
import { useAnswer } from '../use-answer.ts';

export function Reader() {
  const { port, t } = usePanel();
  const articleId = port.searchParams.get('article') as ArticleId | null;
  const passageId = port.searchParams.get('passage') as PassageId | null;
  const [isHelpOpen, setHelpOpen] = useState(false);
  useListKeys(() => setHelpOpen(true));
  return (
    <div class="reader">
      <header class="page-top">
        <Wordmark />
      </header>
      {articleId ? (
        <LoadedArticle articleId={articleId} passageId={passageId} />
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

interface LoadedArticleProps {
  readonly articleId: ArticleId;
  readonly passageId: PassageId | null;
}

function LoadedArticle({ articleId, passageId }: LoadedArticleProps) {
  const { port, t } = usePanel();
  const answer = useAnswer(() => port.calls.readArticle({ articleId }), [articleId]);
  const headline = answer.state === 'ready' ? answer.value.provenance.headline : null;
  useEffect(() => {
    if (headline) document.title = t('readerTitleOf', headline);
  }, [headline]);
  if (answer.state !== 'ready') {
    return (
      <main>
        <h1 class="visually-hidden">{t('readerTitle')}</h1>
        {answer.state === 'loading' ? (
          <Skeleton label={t('loading')} lines={12} />
        ) : (
          <ErrorMessage code={answer.code} />
        )}
      </main>
    );
  }
  return <ArticlePage article={answer.value} passageId={passageId} />;
}

function ArticlePage({
  article,
  passageId,
}: {
  readonly article: ArticleView;
  readonly passageId: PassageId | null;
}) {
  const { t } = usePanel();
  useEffect(() => {
    document.querySelector('[data-testid="reader-passage"]')?.scrollIntoView({ block: 'center' });
  }, [article, passageId]);
  const { provenance } = article;
  return (
    <div class="reader-columns">
      <main class="article" data-passage-id={passageId ?? article.passages[0]?.passageId}>
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
            <CiteMenu passageId={passageId ?? article.passages[0]?.passageId ?? null} />
            <button type="button" class="button" onClick={() => print()}>
              <Icon name="print" />
              {t('print')}
            </button>
          </div>
        </header>
        <ArticleBody article={article} passageId={passageId} />
        <ArticleFoot article={article} />
      </main>
      <ArticleSide article={article} />
    </div>
  );
}

function ArticleBody({
  article,
  passageId,
}: {
  readonly article: ArticleView;
  readonly passageId: PassageId | null;
}) {
  const passage = article.passages.filter((candidate) => candidate.passageId === passageId);
  return (
    <div
      class="article-body"
      data-testid="reader-body"
      {...(article.language ? { lang: article.language } : {})}
    >
      {splitParagraphs(article.body).map((paragraph) => (
        <p key={paragraph.start} dir="auto">
          <ArchiveText
            text={article.body}
            within={paragraph}
            highlights={passage}
            names={article.mentions}
            highlightTestId="reader-passage"
          />
        </p>
      ))}
    </div>
  );
}

function ArticleSide({ article }: { readonly article: ArticleView }) {
  const { t, plural } = usePanel();
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
                count={countOf(name.entityId)}
                countInWords={plural('timesInArticle', countOf(name.entityId))}
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
  const { t } = usePanel();
  const { provenance } = article;
  const facts: readonly (readonly [label: string, value: string | null])[] = [
    [t('factIdentifier'), article.identifier],
    [t('factFile'), article.file],
    [t('factDigest'), article.digest],
    [t('factCaptured'), article.capturedAt],
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
