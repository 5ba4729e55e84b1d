import type { ReactElement } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MyCityIdentity } from '../../../contract/city-identity.ts';
import { momentWords } from '../../ui/dates.ts';
import { CityFault } from '../entrance/city-way.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { answered, api, done } from '../server/api.ts';
import { FailureNotice } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { useAccountWords } from './account-words.ts';
import { accountKey } from './calls.ts';

const key = ['my-city-identity'] as const;

/** Whether one may sign in through the city identity service; links and unlinks. Not there where no service is set. */
export function CityPart({ onSaid }: { readonly onSaid: (words: string) => void }): ReactElement | null {
  const a = useAccountWords();
  const mine = useQuery<MyCityIdentity>({ queryKey: key, queryFn: () => answered(api.GET('/api/v1/me/city-identity')), staleTime: 0 });
  if (mine.isError) return <FailureNotice error={mine.error} onRetry={() => void mine.refetch()} />;
  if (!mine.data?.service) return null;
  return (
    <section className="wb-account__part" aria-labelledby="account-city">
      <h2 id="account-city" tabIndex={-1}>{a('city.title')}</h2>
      <CityFault />
      <p className="ym-quiet">{a('city.why', { service: mine.data.service })}</p>
      <CityLink linkedAt={mine.data.linkedAt} onSaid={onSaid} />
    </section>
  );
}

function CityLink({ linkedAt, onSaid }: { readonly linkedAt: string | null; readonly onSaid: (words: string) => void }): ReactElement {
  const a = useAccountWords();
  const { language, today } = useWords();
  const client = useQueryClient();
  // The browser leaves for the service and comes back to this page, in this session.
  const link = useMutation({ mutationFn: () => answered(api.POST('/api/v1/me/city-identity/link')), onSuccess: ({ address }) => window.location.assign(address) });
  const end = useMutation({
    mutationFn: () => done(api.POST('/api/v1/me/city-identity/end')),
    onSuccess: () => {
      onSaid(a('city.ended'));
      document.getElementById('account-city')?.focus();
    },
    onSettled: () => void Promise.all([key, accountKey].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
  return (
    <>
      {link.isError ? <FailureNotice error={link.error} /> : null}
      {end.isError ? <FailureNotice error={end.error} /> : null}
      <p className="ym-numerals">{linkedAt === null ? a('city.none') : a('city.linked', { at: momentWords(linkedAt, language, today) })}</p>
      {linkedAt === null
        ? <ActButton kind="secondary" busy={link.isPending} onClick={() => link.mutate()}>{a('city.link')}</ActButton>
        : <ActButton kind="danger" busy={end.isPending} onClick={() => end.mutate()}>{a('city.end')}</ActButton>}
    </>
  );
}
