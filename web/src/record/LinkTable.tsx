import { Link } from 'wouter'
import type { RecordLinksQuery } from '../gql/graphql'
import { detailLines } from '../kinds/details'
import { Kind } from '../kinds/Kind'
import { Grading, Owner, Validity } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import { useMe } from '../session/SessionProvider'
import parts from '../shell/parts.module.css'
import { writers } from '../shell/places'
import { CommentsOf } from '../views/CommentsOf'

type ListedLink = Extract<RecordLinksQuery['node'], { __typename: 'Record' }>['links']['nodes'][number]

/** Links seen from one record: the arrow shows their direction. */
export function LinkTable({ links, record }: { links: ListedLink[]; record: string }) {
  const { text } = useSpeech()
  const words = text.record
  return (
    <div className={parts.scroll}>
      <table className={parts.table}>
        <thead>
          <tr>
            <th scope="col">{words.linkKind}</th>
            <th scope="col">{words.other}</th>
            <th scope="col">{words.about}</th>
            <th scope="col">{words.validity}</th>
            <th scope="col">{words.owner}</th>
            <th scope="col">{words.source}</th>
          </tr>
        </thead>
        <tbody>
          {links.map((link) => (
            <LinkRow key={link.id} link={link} record={record} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function LinkRow({ link, record }: { link: ListedLink; record: string }) {
  const speech = useSpeech()
  const me = useMe()
  const mine = link.owner.id === me.organisation.id
  const writes = writers.some((role) => me.roles.includes(role))
  const out = link.from.id === record
  const other = out ? link.to : link.from
  const lines = link.details ? detailLines(speech, link.details) : []
  return (
    <tr>
      <td>
        <span aria-hidden="true">{out ? '→' : '←'}</span> {speech.text.linkKinds[link.kind]}
      </td>
      <td>
        <span className={parts.row}>
          <Kind kind={other.kind} named={false} />
          <Link href={`/records/${other.id}`}>{other.label}</Link>
        </span>
      </td>
      <td>{lines.map((l) => `${l.label}: ${l.value}`).join(' · ')}</td>
      <td>
        <Validity validity={link.validity} />
      </td>
      <td>
        <Owner owner={link.owner} />
      </td>
      <td>
        {link.source} · <Grading grading={link.grading} />{' '}
        {mine && writes && (
          <Link
            href={`/links/${link.id}/amend`}
            aria-label={`${speech.text.entry.amend}: ${speech.text.linkKinds[link.kind]}, ${other.label}`}
          >
            {speech.text.entry.amend}
          </Link>
        )}
        <CommentsOf on={link.id} />
      </td>
    </tr>
  )
}
