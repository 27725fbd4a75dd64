/** The canvas's own colours: WebGL cannot read the style sheet's. All are opaque, as sigma adds transparent ones up to white. */
export interface Palette {
  ground: string
  ink: string
  surface: string
  line: string
  faded: string
  edge: string
  edgeFaded: string
  edgeNear: string
  path: string
  weakest: string
  ring: string
  /** Of what is new and what is gone, where two days are compared. */
  born: string
  gone: string
}

export const palettes: Record<'light' | 'dark', Palette> = {
  light: {
    ground: '#f4f6f8',
    ink: '#16212c',
    surface: '#ffffff',
    line: '#76869a',
    faded: '#d5dce4',
    edge: '#bcc7d2',
    edgeFaded: '#e3e8ee',
    edgeNear: '#14558f',
    path: '#14558f',
    weakest: '#c2410c',
    ring: '#b35900',
    born: '#1b7f4b',
    gone: '#b3362b',
  },
  dark: {
    ground: '#10161d',
    ink: '#e6edf4',
    surface: '#18212b',
    line: '#71839a',
    faded: '#2a3541',
    edge: '#364555',
    edgeFaded: '#1b242e',
    edgeNear: '#8cc0ee',
    path: '#8cc0ee',
    weakest: '#ff9d5c',
    ring: '#ffb454',
    born: '#4fc98a',
    gone: '#ff8a7a',
  },
}
