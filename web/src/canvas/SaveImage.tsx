import { useState } from 'react'
import { asFailure, type Failure } from '../api/failure'
import { looks } from '../kinds/look'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import { useMe } from '../session/SessionProvider'
import { useMarking } from '../shell/Banner'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { useCanvas } from './CanvasMemory'
import styles from './canvas.module.css'
import type { Drawing } from './Drawing'
import { download } from './download'

type Format = 'png' | 'svg' | 'pdf' | 'print'

/** Saves what is in the picture as an image, with its marking printed on it. */
export function SaveImage({ drawing }: { drawing: Drawing | null }) {
  const { text, instant } = useSpeech()
  const words = useWork().image
  const me = useMe()
  const marking = useMarking()
  const { folded } = useCanvas('folded')
  const [failure, setFailure] = useState<Failure | null>(null)
  const save = async (format: Format) => {
    if (!drawing) return
    const { pdfOfImage, pngOf, printed, signsOf, svgOf } = await import('./image')
    const kinds = new Set([...folded.things.values()].map((thing) => thing.kind))
    const imprint = {
      marking,
      caption: fill(words.caption, {
        officer: me.officer.name,
        organisation: me.organisation.name,
        at: instant(new Date().toISOString()),
      }),
      legend: [...kinds].map((kind) => ({ ...looks[kind], text: text.kinds[kind] })),
    }
    const picture = drawing.picture()
    const svg = svgOf(picture, imprint, await signsOf(picture, imprint))
    if (format === 'print') {
      await printed(svg)
      return
    }
    const files = {
      png: () => pngOf(svg),
      svg: async () => new Blob([svg], { type: 'image/svg+xml' }),
      pdf: () => pdfOfImage(svg, imprint),
    }
    download(await files[format](), `entente.${format}`)
  }
  const press = (format: Format) => {
    setFailure(null)
    save(format).catch((thrown: unknown) => setFailure(asFailure(thrown)))
  }
  return (
    <fieldset className={styles.expand}>
      <legend>{words.title}</legend>
      <p className={parts.hint}>{words.hint}</p>
      <div className={parts.row}>
        {(['png', 'svg', 'pdf', 'print'] as const).map((format) => (
          <button
            key={format}
            type="button"
            className={parts.button}
            disabled={!drawing || folded.things.size === 0}
            onClick={() => press(format)}
          >
            {format === 'print' ? words.print : fill(words.save, { format: format.toUpperCase() })}
          </button>
        ))}
      </div>
      {failure && <FailureNote failure={failure} />}
    </fieldset>
  )
}
