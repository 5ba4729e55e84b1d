import { useMemo, type ReactElement } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Messages } from '../../../contract/language.ts';
import { cityEntranceMessages, cityIdentityMessages } from '../../../contract/messages/city-identity.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { speaker } from '../../ui/speak.ts';
import { answered, api } from '../server/api.ts';
import { useWords } from '../words/words.tsx';

/** What went wrong at the city identity service, as the address bar says after the way back; only sentences of its own are said. */
export function CityFault(): ReactElement | null {
  const { language } = useWords();
  const code = new URLSearchParams(window.location.search).get('city') ?? '';
  const known: Messages = cityIdentityMessages;
  const text = Object.hasOwn(known, code) ? known[code] : undefined;
  return text ? <Notice kind="bad" title={text[language]} /> : null;
}

/** The button that leads to the city identity service, where one is set, and back to this page. */
export function CityWay(): ReactElement | null {
  const { language } = useWords();
  const say = useMemo(() => speaker(cityEntranceMessages, language), [language]);
  const ways = useQuery({ queryKey: ['sign-in-ways'], queryFn: () => answered(api.GET('/api/v1/sign-in-ways')), staleTime: Number.POSITIVE_INFINITY, retry: false });
  if (!ways.data?.cityIdentity) return null;
  return (
    <>
      <p><a className="wb-act wb-act--secondary wb-entrance__city" href={`/sign-in/city?for=staff&next=${encodeURIComponent(window.location.pathname)}`}><Icon name="person" /><span>{say('city.sign_in')}</span></a></p>
      <p className="ym-quiet">{say('city.or')}</p>
    </>
  );
}
