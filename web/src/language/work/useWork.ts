import { useSpeech } from '../LanguageProvider'
import { type WorkDictionary, workEn } from './en'

/** The texts of the work pages, which come with them and not with the first page. */
export function useWork(): WorkDictionary {
  return useSpeech().of('work', workEn)
}
