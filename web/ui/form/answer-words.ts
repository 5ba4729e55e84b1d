import type { FieldUi } from '../wire.ts';
import type { Language } from '../../../contract/language.ts';
import { dayWords, squareMetres, yuan } from '../dates.ts';
import { uiSpeaker } from '../speak.ts';

/** A stored answer as people read it: options by their text, money in yuan, area in m², dates in words. `placeName` gives the name of a community's code. */
export function answerWords(field: FieldUi, value: unknown, language: Language, placeName: (code: string) => string = (code) => code): string {
  const t = uiSpeaker(language);
  if (value === undefined || value === null || value === '') return t('form.not_answered');
  const option = (one: unknown) => field.options?.[String(one)]?.[language] ?? String(one);
  if (Array.isArray(value)) return value.map(option).join(language === 'en' ? ', ' : '、');
  if (typeof value === 'boolean') return t(value ? 'form.yes' : 'form.no');
  if (field.widget === 'money' && typeof value === 'number') return `${yuan(value)} ${t('form.yuan')}`;
  if (field.widget === 'area' && typeof value === 'number') return `${squareMetres(value)} ${t('form.square_metres')}`;
  if (field.widget === 'date') return dayWords(String(value), language);
  if (field.widget === 'community') return placeName(String(value));
  return option(value);
}
