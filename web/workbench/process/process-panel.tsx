import type { ReactElement } from 'react';
import { languageNames, languages } from '../../../contract/language.ts';
import type { FactsChange } from './change-facts.ts';
import { ConditionPart } from './condition-part.tsx';
import { isWord, valuesAt, type ElementFacts } from './element-facts.ts';
import { HandlerPart } from './handler-part.tsx';
import { useProcessWords } from './process-words.ts';
import { mayBeEach, mayHaveBorder } from './subset.ts';
import { TablePart } from './table-part.tsx';
import { ChoiceField, TickField, TypedField } from './typed-field.tsx';

/** What matters give their process (the server refuses anything else). */
const givenByMatters = { parts: 'list', departments: 'list', channel: 'text', applicant: 'text' } as const;

export interface PanelProps {
  readonly facts: ElementFacts;
  readonly all: readonly ElementFacts[];
  readonly onChange: (change: FactsChange) => void;
  readonly onBorder: () => void;
  /** what a call activity may call: `process-…` and `item:…` with their names */
  readonly callable: readonly { readonly value: string; readonly text: string }[];
}

/** The properties of one element as a plain form. */
export function ProcessPanel(props: PanelProps): ReactElement {
  const { facts, onChange, onBorder } = props;
  const t = useProcessWords();
  if (facts.kind === 'outside' || facts.kind === 'only_drawn') return <><h3>{t(`piece.${facts.kind}`)}</h3>{facts.kind === 'outside' ? <p>{t('panel.title')}: {t('piece.outside_how', { type: facts.type })}</p> : null}</>;
  return (
    <>
      <h3>{t(`piece.${facts.kind}`)}</h3>
      <Names facts={facts} onChange={onChange} />
      {facts.kind === 'process' ? null : <Code {...props} />}
      <Own {...props} />
      {mayBeEach(facts.kind) ? <EachPart {...props} /> : null}
      {mayHaveBorder(facts.kind) ? <p className="pr-row"><button type="button" className="pr-small" onClick={onBorder}>{t('draw.border')}</button></p> : null}
    </>
  );
}

function Names({ facts, onChange }: Pick<PanelProps, 'facts' | 'onChange'>): ReactElement {
  const t = useProcessWords();
  const named = languages.some((language) => facts.names[language] !== '');
  return (
    <fieldset className="pr-names">
      <legend className="ym-field__label">{t('panel.name')}</legend>
      {languages.map((language) => (
        <div key={language} className="pr-name" lang={language}>
          <span className="pr-name__tag">{languageNames[language]}{named && facts.names[language] === '' ? <em className="pr-missing"> {t('panel.missing')}</em> : null}</span>
          <TypedField labelHidden label={`${t('panel.name')} ${languageNames[language]}`} lang={language} value={facts.names[language]} maxLength={120} onTyped={(text) => onChange({ kind: 'name', language, text })} />
        </div>
      ))}
    </fieldset>
  );
}

function Code({ facts, all, onChange }: PanelProps): ReactElement | null {
  const t = useProcessWords();
  if (facts.kind === 'way') return null;
  const fits = (id: string): boolean => isWord(id) && !all.some((one) => one.id === id && id !== facts.id);
  return <TypedField label={t('panel.id')} value={facts.id} code maxLength={60} hint={isWord(facts.id) ? undefined : t('panel.id_shape')} fits={fits} onTyped={(id) => onChange({ kind: 'id', id })} />;
}

/** What this kind of element says beside its name. */
function Own(props: PanelProps): ReactElement | null {
  const { facts, all, onChange, callable } = props;
  const t = useProcessWords();
  switch (facts.kind) {
    case 'user': return <HandlerPart link={facts.link} entries={valuesAt(facts, all).filter((one) => one.from === 'entry').map((one) => one.name)} onLink={(link) => onChange({ kind: 'link', link })} />;
    case 'service': return <ChoiceField label={t('panel.service')} value={facts.service ?? ''} empty={t('panel.choose')} choices={[{ value: 'issue_result', text: t('service.issue_result') }]} onChoose={(text) => onChange({ kind: 'service', text })} />;
    case 'rule': return <TablePart table={facts.table} onTable={(table) => onChange({ kind: 'table', table })} />;
    case 'timer': return <Days {...props} />;
    case 'border': return (
      <>
        <Days {...props} />
        <ChoiceField label={t('panel.limits')} value={String(facts.interrupts ?? false)} choices={[{ value: 'false', text: t('panel.beside') }, { value: 'true', text: t('panel.interrupts') }]} onChoose={(value) => onChange({ kind: 'interrupts', value: value === 'true' })} />
      </>
    );
    case 'catch':
    case 'throw': return <TypedField label={t('panel.message')} value={facts.message ?? ''} maxLength={80} onTyped={(text) => onChange({ kind: 'message', text })} />;
    case 'call': return (
      <>
        <ChoiceField label={t('panel.called')} value={callable.some((one) => one.value === facts.called) ? (facts.called ?? '') : ''} empty={t('panel.choose')} choices={callable} onChoose={(text) => onChange({ kind: 'called', text })} />
        <TypedField label={t('panel.called_item')} hint={t('panel.called_hint')} value={facts.called ?? ''} code maxLength={80} onTyped={(text) => onChange({ kind: 'called', text })} />
      </>
    );
    case 'way': return <ConditionPart facts={facts} all={all} onCondition={(text) => onChange({ kind: 'condition', text })} onDefault={(value) => onChange({ kind: 'default', value })} />;
    case 'process': return <GivenPart {...props} />;
    case 'start':
    case 'end':
    case 'terminate':
    case 'part':
    case 'exclusive':
    case 'inclusive':
    case 'parallel':
    case 'only_drawn':
    case 'outside': return null;
  }
}

function Days({ facts, onChange }: PanelProps): ReactElement {
  const t = useProcessWords();
  return <TypedField label={t('panel.days')} hint={t('panel.days_hint')} value={facts.workingDays ?? ''} short inputMode="numeric" maxLength={4} fits={(text) => text === '' || /^[1-9]\d{0,3}$/.test(text)} onTyped={(text) => onChange({ kind: 'days', text })} />;
}

function EachPart({ facts, onChange }: PanelProps): ReactElement {
  const t = useProcessWords();
  const { each } = facts;
  return (
    <>
      <TickField label={t('panel.each')} value={each !== undefined} onTick={(on) => onChange({ kind: 'each', each: on ? { list: 'departments', as: 'department' } : undefined })} />
      {each ? (
        <div className="pr-row">
          <TypedField label={t('panel.list')} value={each.list} code onTyped={(list) => onChange({ kind: 'each', each: { ...each, list } })} />
          <TypedField label={t('panel.as')} value={each.as} code fits={isWord} onTyped={(as) => onChange({ kind: 'each', each: { ...each, as } })} />
        </div>
      ) : null}
    </>
  );
}

function GivenPart({ facts, onChange }: PanelProps): ReactElement {
  const t = useProcessWords();
  const given = facts.given ?? [];
  return (
    <fieldset className="pr-names">
      <legend className="ym-field__label">{t('panel.given')}</legend>
      {(Object.keys(givenByMatters) as (keyof typeof givenByMatters)[]).map((name) => (
        <p key={name} className="pr-given">
          <TickField label={`${name} — ${t(`given.${name}`)}`} value={given.some((one) => one.name === name)} onTick={(on) => onChange({ kind: 'given', given: on ? [...given, { name, kind: givenByMatters[name] }] : given.filter((one) => one.name !== name) })} />
        </p>
      ))}
      {given.filter((one) => !(one.name in givenByMatters)).map((one) => (
        <p key={one.name} className="pr-given"><TickField label={`${one.name} — ${one.kind}`} value onTick={() => onChange({ kind: 'given', given: given.filter((other) => other !== one) })} /></p>
      ))}
    </fieldset>
  );
}
