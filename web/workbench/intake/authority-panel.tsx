import { useState, type ReactElement } from 'react';
import { useMutation } from '@tanstack/react-query';
import { agencyWords } from '../../../contract/messages/agency.ts';
import { workbenchAgencyMessages } from '../../../contract/messages/workbench-agency.ts';
import { mandateEvidence, mandateRoles } from '../../../contract/agency.ts';
import type { Draft } from '../../../contract/matters.ts';
import { speaker } from '../../ui/speak.ts';
import { ActButton } from '../keys/act-button.tsx';
import { answered, api } from '../server/api.ts';
import { useDraftCheck } from '../server/queries.ts';
import { failureWords } from '../words/failure-words.ts';
import { useWords } from '../words/words.tsx';

/** The organisation's party: known by its code, or registered from the licence the clerk has before him. */
async function organisationId(organisation: NonNullable<Draft['organisation']>): Promise<string> {
  const found = await answered(api.POST('/api/v1/parties/identify', { body: { number: organisation.creditCode } }));
  return found.party?.partyId ?? (await answered(api.POST('/api/v1/parties', { body: { number: organisation.creditCode, name: organisation.name, documentSeen: true } }))).partyId;
}

/** Shown where the person at the window has no mandate for the organisation: papers seen, as what, until when. */
export function AuthorityPanel({ draft, hall }: { readonly draft: Draft; readonly hall: string }): ReactElement | null {
  const words = useWords();
  const t = speaker(workbenchAgencyMessages, words.language);
  const word = speaker(agencyWords, words.language);
  const check = useDraftCheck(draft.draftId);
  const [role, setRole] = useState<(typeof mandateRoles)[number]>('agent');
  const [evidence, setEvidence] = useState<(typeof mandateEvidence)[number]>('letter_of_authority');
  const [untilOn, setUntilOn] = useState(`${Number(words.today.slice(0, 4)) + 1}-12-31`);
  const { organisation, party } = draft;
  const register = useMutation({
    mutationFn: async (given: { organisation: NonNullable<Draft['organisation']>; agentId: string }) =>
      answered(api.POST('/api/v1/window/mandates', {
        body: {
          commandId: crypto.randomUUID(), hall, principalId: await organisationId(given.organisation), agentId: given.agentId, role, acts: ['file', 'supplement', 'read', 'withdraw'], taskCodes: null,
          ...(role === 'legal_representative' ? {} : { untilOn }), evidence,
        },
      })),
    onSuccess: () => void check.refetch(),
  });
  if (!organisation || !party || !check.data?.problems.some((one) => one.code === 'agency.mandate_needed')) return null;
  return (
    <fieldset className="wb-field wb-field--wide wb-authority" id="authority">
      <legend className="ym-field__label">{t('agency.title')}</legend>
      <p>{t('agency.lead')}</p>
      <label className="ym-field__label" htmlFor="authority-role">{t('agency.role')}</label>
      <select id="authority-role" className="ym-input" value={role} onChange={(event) => setRole(mandateRoles.find((one) => one === event.target.value) ?? 'agent')}>
        {mandateRoles.map((one) => <option key={one} value={one}>{word(`role.${one}`)}</option>)}
      </select>
      <label className="ym-field__label" htmlFor="authority-evidence">{t('agency.evidence')}</label>
      <select id="authority-evidence" className="ym-input" value={evidence} onChange={(event) => setEvidence(mandateEvidence.find((one) => one === event.target.value) ?? 'letter_of_authority')}>
        {mandateEvidence.map((one) => <option key={one} value={one}>{word(`evidence.${one}`)}</option>)}
      </select>
      {role === 'legal_representative' ? null : <>
        <label className="ym-field__label" htmlFor="authority-until">{t('agency.until')}</label>
        <input id="authority-until" className="ym-input" type="date" value={untilOn} min={words.today} onChange={(event) => setUntilOn(event.target.value)} />
      </>}
      {register.isError ? <p className="wb-judgement wb-judgement--wrong" role="alert">{failureWords(register.error, words)}</p> : null}
      <ActButton kind="primary" busy={register.isPending} onClick={() => register.mutate({ organisation, agentId: party.partyId })}>{t('agency.register')}</ActButton>
    </fieldset>
  );
}
