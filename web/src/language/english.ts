import signIn from '../../../auth/oidc/english.json'
import { en as audit } from '../audit/texts'
import { en as explore } from '../explore/texts'
import { en as hit } from '../hit/texts'
import { en as imports } from '../import/texts'
import { en as issuers } from '../issuers/texts'
import { en as sessions } from '../sessions/texts'
import { en as tour } from '../tour/texts'
import { en } from './en'
import { workEn } from './work/en'

/**
 * The sections of a language file, by their English, which stands beside its
 * pages and comes with them (that of the sign-in page with the hub): pages
 * import only the type from here.
 */
export const english = {
  signIn,
  pages: en,
  work: workEn,
  audit,
  explore,
  hit,
  import: imports,
  issuers,
  sessions,
  tour,
}
export type English = typeof english
