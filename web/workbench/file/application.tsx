import type { ReactElement } from 'react';
import type { MatterView } from '../../../contract/matters.ts';
import { answerWords } from '../../ui/form/answer-words.ts';
import { fieldsOf, isAsked } from '../../ui/form/form-field.ts';
import { SummaryList } from '../../ui/summary-list/summary-list.tsx';
import { useItem } from '../server/queries.ts';
import { useKnownUnits, usePlaceWords } from '../units/place-words.ts';
import { useWords } from '../words/words.tsx';

/** What was answered and filled in, by the words of the form. */
export function Application({ matter }: { readonly matter: MatterView }): ReactElement {
  const { t, of, language } = useWords();
  const placeWords = usePlaceWords();
  const item = useItem(matter.taskCode);
  const questions = item.data?.item.handling_items.find((one) => one.task_handle_item === matter.handlingItem)?.questions ?? [];
  const fields = fieldsOf(matter.formDefinition).filter((field) => isAsked(field, matter.form));
  useKnownUnits(fields.flatMap((field) => (field.widget === 'community' && typeof matter.form[field.name] === 'string' ? [String(matter.form[field.name])] : [])));
  const situation = questions.flatMap((question) => {
    const option = question.options.find((one) => one.id === matter.answers[question.id]);
    return option ? [{ name: of(question.text), value: of(option.text) }] : [];
  });
  const rows = fields.map((field) => ({ name: of(field.label), value: answerWords(field, matter.form[field.name], language, placeWords) }));
  return (
    <section className="wb-part" aria-labelledby="part-application">
      <h3 id="part-application">{t('file.application')}</h3>
      {situation.length > 0 ? <SummaryList rows={situation} /> : null}
      {rows.length > 0 ? <SummaryList rows={rows} /> : null}
      {situation.length + rows.length === 0 ? <p className="ym-quiet">{t('file.nothing_asked')}</p> : null}
    </section>
  );
}
