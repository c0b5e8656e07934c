/** One name of the archive and what can be set right about it. */
import { useState } from 'preact/hooks';
import type { ArchiveNameView } from '../../protocol/archive-calls.ts';
import { KIND_SINGULAR, KINDS } from '../kinds.ts';
import { usePanel } from '../panel.ts';
import type { MessageKey } from '../panel-port.ts';
import { OtherName } from '../parts/OtherName.tsx';
import { Sentence } from '../parts/Sentence.tsx';
import { type Correct, useCorrect } from '../use-correct.ts';
import { useArchivePage } from './archive-page.ts';

type Act = 'rename' | 'add-alias' | 'same-as' | 'split';

const ACTS: readonly (readonly [Act, MessageKey])[] = [
  ['rename', 'nameRename'],
  ['add-alias', 'nameAddAlias'],
  ['same-as', 'nameSameAs'],
  ['split', 'nameSplit'],
];

const ASKS: Record<Act, MessageKey> = {
  rename: 'nameRenameAsk',
  'add-alias': 'nameAddAliasAsk',
  'same-as': 'nameSameAsAsk',
  split: 'nameSplitAsk',
};

export function NameEntry({ name }: { readonly name: ArchiveNameView }) {
  const { t, plural } = usePanel();
  const correct = useCorrect(useArchivePage().port.calls);
  const [act, setAct] = useState<Act | null>(null);
  const { label, type, forms, passageCount, isFound } = name;
  return (
    <li class="name-entry" data-testid="name-entry">
      <div class="name-entry-title">
        <bdi class="name" data-kind={type}>
          {label}
        </bdi>
        <span class="fine-print">
          {isFound && `${t('nameFound')}${t('separator')}`}
          {plural('passages', passageCount)}
        </span>
        <KindChoice name={name} correct={correct} />
      </div>
      {forms.length > 0 && (
        <ul class="forms" aria-label={t('nameForms')}>
          {forms.map((form) => (
            <FormOfName key={form.text} name={name} form={form} correct={correct} />
          ))}
        </ul>
      )}
      <div class="button-row">
        {ACTS.filter(([one]) => one !== 'split' || forms.length > 0).map(([one, words]) => (
          <button
            key={one}
            type="button"
            class="link-button"
            aria-expanded={act === one}
            onClick={() => setAct(act === one ? null : one)}
          >
            {t(words)}
          </button>
        ))}
        <button
          type="button"
          class="link-button"
          onClick={() => void correct({ kind: 'ignore', form: label }, t('nameIgnored', label))}
        >
          {t('nameIgnore')}
        </button>
      </div>
      {act === 'same-as' && <OtherName name={name} correct={correct} onDone={() => setAct(null)} />}
      {act !== null && act !== 'same-as' && (
        <ActForm key={act} act={act} name={name} correct={correct} onDone={() => setAct(null)} />
      )}
    </li>
  );
}

interface PartProps {
  readonly name: ArchiveNameView;
  readonly correct: Correct;
}

/** What kind of name it is: chosen is decided, and undone like any decision. */
function KindChoice({ name: { entityId, label, type }, correct }: PartProps) {
  const { t } = usePanel();
  return (
    <select
      class="kind-choice"
      data-testid="name-kind"
      aria-label={t('nameKindOf', label)}
      value={type}
      onChange={({ currentTarget }) => {
        const chosen = KINDS.find((kind) => kind === currentTarget.value);
        if (!chosen || chosen === type) return;
        void correct(
          { kind: 'retype', entityId, type: chosen },
          t('nameRetyped', label, t(KIND_SINGULAR[chosen])),
        );
      }}
    >
      {KINDS.map((kind) => (
        <option key={kind} value={kind}>
          {t(KIND_SINGULAR[kind])}
        </option>
      ))}
    </select>
  );
}

/** Outlets named beside a form; further ones are counted. */
const MOST_OUTLETS = 3;

/** A form with the outlets that print it: no outlet's word stands there as anybody's. */
function FormOfName({
  name: { entityId, label },
  form: { text, isTerm, outlets },
  correct,
}: PartProps & { readonly form: ArchiveNameView['forms'][number] }) {
  const { t, plural } = usePanel();
  const named = outlets.filter((outlet) => outlet !== null);
  const shown = named.slice(0, MOST_OUTLETS);
  const more = named.length - shown.length;
  const by = (
    <>
      {shown.map((outlet, at) => (
        <span key={outlet}>
          {at > 0 && t('listComma')}
          <bdi>{outlet}</bdi>
        </span>
      ))}
      {more > 0 && plural('andMore', more)}
    </>
  );
  return (
    <li class="form" data-testid="name-form">
      <span class="form-words">
        {isTerm && shown.length > 0 ? (
          <span>
            <Sentence message="formCalledBy" parts={[text, by]} />
          </span>
        ) : (
          <>
            <bdi>{text}</bdi>
            <span class="fine-print">
              {outlets.length === 0 && t('formNotPrinted')}
              {shown.length > 0 && <Sentence message="formPrintedBy" parts={[by]} />}
              {shown.length > 0 && named.length < outlets.length && t('separator')}
              {named.length < outlets.length && t('formOfNoOutlet')}
            </span>
          </>
        )}
      </span>
      <button
        type="button"
        class="link-button"
        onClick={() =>
          void correct({ kind: 'not-this', form: text, entityId }, t('nameNotThisDone', text, label))
        }
      >
        {t('nameNotThis')}
        <span class="visually-hidden">
          {t('listComma')}
          <bdi>{text}</bdi>
        </span>
      </button>
    </li>
  );
}

interface ActFormProps {
  readonly act: Exclude<Act, 'same-as'>;
  readonly name: ArchiveNameView;
  readonly correct: Correct;
  readonly onDone: () => void;
}

function ActForm({ act, name, correct, onDone }: ActFormProps) {
  const { t } = usePanel();
  const [text, setText] = useState('');
  const [forms, setForms] = useState<readonly string[]>([]);
  const { entityId, label } = name;
  const isReady = text.trim() !== '' && (act !== 'split' || forms.length > 0);
  const submit = (event: Event) => {
    event.preventDefault();
    const typed = text.trim();
    if (!isReady) return;
    if (act === 'rename') void correct({ kind: act, entityId, label: typed }, t('nameRenamed', label, typed));
    else if (act === 'add-alias')
      void correct({ kind: act, entityId, text: typed }, t('nameAliasAdded', typed, label));
    else void correct({ kind: act, entityId, forms, label: typed }, t('nameSplitDone', label));
    onDone();
  };
  return (
    <form class="name-form" onSubmit={submit}>
      {act === 'split' && (
        <fieldset class="form-choice">
          <legend>{t('nameSplitWhich')}</legend>
          {name.forms.map(({ text: form }) => (
            <label key={form}>
              <input
                type="checkbox"
                checked={forms.includes(form)}
                onChange={() =>
                  setForms(forms.includes(form) ? forms.filter((one) => one !== form) : [...forms, form])
                }
              />
              <bdi>{form}</bdi>
            </label>
          ))}
        </fieldset>
      )}
      <label class="field">
        <span>{t(ASKS[act])}</span>
        <input
          type="text"
          dir={text === '' ? undefined : 'auto'}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <button type="submit" class="button primary" disabled={!isReady}>
        {t('save')}
      </button>
    </form>
  );
}
