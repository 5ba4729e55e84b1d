import { useState, type ReactElement } from 'react';
import { useMutation } from '@tanstack/react-query';
import { ActButton } from '../keys/act-button.tsx';
import { fileBytes } from '../server/api.ts';
import { failureWords } from '../words/failure-words.ts';
import { useWords } from '../words/words.tsx';
import type { Address } from './address.ts';
import { useScreenWords } from './screen-words.ts';

/** The workbook of what is on the screen: of the list where one is open, else of the view; undefined where there is none to take. */
export function workbookOf(place: string, address: Address): { readonly what: string; readonly query: string } | undefined {
  const { view, list, from, to, item, channel } = address;
  if (view === 'findings' && list === null) return undefined;
  if (list?.of === 'items' || list?.of === 'filed_today') return undefined;
  const what = list === null ? (view === 'five' ? 'five' : 'overview') : list.of === 'running' ? 'running' : list.figure;
  const asked = { what, unit: place, light: list?.of === 'running' ? list.light : null, side: list?.of === 'matters' ? list.side : null, ...(what === 'overview' || what === 'running' ? {} : { from, to, item, channel }) };
  const said = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== undefined);
  return { what, query: new URLSearchParams(said).toString() };
}

/** Takes what is on the screen out as a workbook (xlsx); the server records who took it. */
export function ExportButton({ place, address, today }: { readonly place: string; readonly address: Address; readonly today: string }): ReactElement | null {
  const words = useWords();
  const { s } = useScreenWords();
  const [taken, setTaken] = useState('');
  const workbook = workbookOf(place, address);
  const take = useMutation({
    mutationFn: async ({ what, query }: { readonly what: string; readonly query: string }) => {
      const bytes = await fileBytes(`/api/v1/measures/export.xlsx?${query}`);
      const name = `${what}-${place}-${today}.xlsx`;
      const url = URL.createObjectURL(bytes);
      const link = Object.assign(document.createElement('a'), { href: url, download: name });
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
      return name;
    },
    onSuccess: setTaken,
  });
  if (!workbook) return null;
  return (
    <>
      <ActButton icon="download" keys="E" busy={take.isPending} onClick={() => take.mutate(workbook)}>{s('export')}</ActButton>
      <span className="sv-taken" role="status">{take.isError ? failureWords(take.error, words) : taken === '' ? '' : s('export.done', { file: taken })}</span>
    </>
  );
}
