import { useSpeech } from '../language/LanguageProvider'

/** What the page of identity providers says. It comes with the page, and not with the first. */
export const en = {
  lead: 'Who vouches for officers at this hub, and within what. To trust a provider takes two administrators; to take the trust away takes one.',
  none: 'The hub knows no identity provider.',
  propose: 'Propose a provider',
  newEntry: 'A provider to trust',
  entryOf: 'Another entry for {name}',
  entry: 'Entry',
  entryHint:
    'In the words of the configuration file, at most 16 KiB; docs/federation.md has them all. Secrets and keys are no part of it.',
  proposeGo: 'Propose to a second administrator',
  trial: 'What would a token become?',
  token: 'Access token or ID token of the provider',
  tokenHint: 'It is checked against the entry above and kept nowhere. Nothing is changed.',
  trialGo: 'Try the token',
  accepted: 'The token would open the hub.',
  refused: 'The token would be refused:',
  organisation: 'For',
  roles: 'Roles',
  clearances: 'Cleared for',
  gravest: 'Gravest actions',
  gravestYes: 'the sign-in is enough for them',
  gravestNo: 'only after a step-up',
  states: { PENDING: 'Proposed', ACTIVE: 'Trusted', SUSPENDED: 'Suspended' },
  name: 'Short name',
  country: 'Country',
  url: 'Issuer',
  organisations: 'May vouch for',
  homeDomains: 'E-mail domains that lead to it',
  contacts: 'Contacts',
  kept: 'Kept in',
  inFile: 'the configuration file of the hub; what is decided here goes before it',
  inRegistry: 'the registry, by two administrators',
  inForce: 'Entry of {name} that is in force',
  draft: 'Waits for a second administrator',
  draftOf: 'Proposed for {name}',
  ownDraft: 'You proposed it: another administrator decides.',
  accept: 'Accept',
  refuse: 'Refuse',
  acceptHint: 'Accepted, it is in force at once, and the provider is trusted.',
  change: 'Propose a change',
  changeOf: 'Propose a change of {name}',
  trustAgain: 'Propose to trust it again',
  trustAgainOf: 'Propose to trust {name} again',
  suspend: 'Suspend',
  suspendOf: 'Suspend {name}',
  suspendHint:
    'At once: nobody of this provider gets in, and whoever is signed in is out. To trust it again takes two administrators.',
  suspendSure: 'Yes, take the trust from {name} at once.',
  suspendGo: 'Suspend now',
}

/** The texts of the page, in the reader's language. */
export function useIssuerTexts(): typeof en {
  return useSpeech().of('issuers', en)
}
