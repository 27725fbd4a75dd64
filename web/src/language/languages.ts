/** The address of each language file; a file more in `languages` is a language more. */
const files = import.meta.glob<string>(['../../languages/*.json', '!../../languages/en.json'], {
  query: '?url',
  import: 'default',
  eager: true,
})

const addresses = new Map(
  Object.entries(files).map(([path, address]) => [path.replace(/^.*\/|\.json$/g, ''), address]),
)

/** The languages there are, as BCP 47 calls them. English comes with the pages. */
export const languages: readonly string[] = ['en', ...addresses.keys()]

/** Where the texts of a language are, for all but English. */
export function addressOf(language: string): string | undefined {
  return addresses.get(language)
}

/** What a language calls itself. */
export function nameOf(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}

/** The locale of dates and numbers: the British way for English. */
export function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language
}

/** The language to begin with: the one that was chosen, else the first of the device's that there is. */
export function preferred(chosen: string | null, device: readonly string[]): string {
  if (chosen !== null && languages.includes(chosen)) return chosen
  const spoken = (tag: string) =>
    languages.find((language) => language === tag) ??
    languages.find((language) => language.split('-')[0] === tag.split('-')[0])
  return device.map(spoken).find((language) => language !== undefined) ?? 'en'
}
