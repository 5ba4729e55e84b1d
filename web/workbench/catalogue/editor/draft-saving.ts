/** Where the saving of a draft stands; the whole draft is saved, under the revision last seen. Pure. */
export type Saving =
  | { readonly at: 'saved' | 'waiting' | 'failed' | 'overtaken'; readonly revision: number }
  | { readonly at: 'sending'; readonly revision: number; /** changed again while it was on its way */ readonly again: boolean };

export type SavingEvent =
  | { readonly kind: 'edited' }
  | { readonly kind: 'sent' }
  | { readonly kind: 'saved'; readonly revision: number }
  | { readonly kind: 'failed' }
  /** somebody saved it from elsewhere meanwhile: what was typed stays here and is not sent over theirs */
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'reloaded'; readonly revision: number };

/** The next state. A draft overtaken is sent no more until it is reloaded. */
export function saving(state: Saving, event: SavingEvent): Saving {
  const { revision } = state;
  switch (event.kind) {
    case 'edited':
      if (state.at === 'sending') return { ...state, again: true };
      return state.at === 'overtaken' ? state : { at: 'waiting', revision };
    case 'sent': return state.at === 'waiting' || state.at === 'failed' ? { at: 'sending', revision, again: false } : state;
    case 'saved':
      if (state.at !== 'sending') return state;
      return { at: state.again ? 'waiting' : 'saved', revision: event.revision };
    case 'failed': return state.at === 'sending' ? { at: 'failed', revision } : state;
    case 'overtaken': return state.at === 'sending' ? { at: 'overtaken', revision } : state;
    case 'reloaded': return { at: 'saved', revision: event.revision };
  }
}
