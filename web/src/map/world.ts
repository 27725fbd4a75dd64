import { type GeoProjection, geoMercator, geoPath } from 'd3-geo'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import countries from 'world-atlas/countries-50m.json'
import type { LonLat } from './locodes'

/** The map's own size, in its own units. */
export const [width, height] = [960, 520]

/** Europe, where nothing says what to show. */
const europe: readonly LonLat[] = [
  [-10, 36],
  [32, 60],
]

/** The earth laid flat so that all these points are on the map, and not too near. */
export function projectionFor(points: readonly LonLat[]): GeoProjection {
  const shown = points.length > 1 ? points : europe
  const projection = geoMercator().fitExtent(
    [
      [70, 60],
      [width - 70, height - 60],
    ],
    { type: 'MultiPoint', coordinates: shown.map(([x, y]) => [x, y]) },
  )
  if (projection.scale() <= nearest) return projection
  const middle = projection.invert?.([width / 2, height / 2]) ?? [10, 48]
  return geoMercator()
    .scale(nearest)
    .center(middle)
    .translate([width / 2, height / 2])
}

/** Natural Earth's lines are coarse: nearer than this they say what is not so. */
const nearest = 6000

/** Land, and the borders of countries, as lines of SVG. Natural Earth, 1:50 million. */
export function landAndBorders(projection: GeoProjection): { land: string; borders: string } {
  const world = countries as unknown as Topology<{ countries: GeometryCollection; land: GeometryCollection }>
  const margin = 2 * width
  projection.clipExtent([
    [-margin, -margin],
    [width + margin, height + margin],
  ])
  const path = geoPath(projection).digits(1)
  const drawn = {
    land: path(feature(world, world.objects.land)) ?? '',
    borders: path(mesh(world, world.objects.countries, (a, b) => a !== b)) ?? '',
  }
  projection.clipExtent(null)
  return drawn
}
