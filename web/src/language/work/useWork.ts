import { type Language, useSpeech } from '../LanguageProvider'
import { type WorkDictionary, workEn } from './en'
import { workRo } from './ro'

const texts: Record<Language, WorkDictionary> = { en: workEn, ro: workRo }

/** The texts of the work pages, which come with them and not with the first page. */
export function useWork(): WorkDictionary {
  return texts[useSpeech().language]
}
