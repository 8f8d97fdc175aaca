import { createTheme, type MantineColorsTuple } from '@mantine/core'
import { widgetTexts } from '../../language/pages/widgets.ts'

/** Navy of offices; index 7 on white has a contrast of 9.6, index 6 of 7.2. */
const navy: MantineColorsTuple = [
  '#eef3f9',
  '#dbe5f0',
  '#b7cbe2',
  '#8fadd1',
  '#6c92c2',
  '#4f7bb2',
  '#2f5f9c',
  '#234c80',
  '#1d3f66',
  '#152f4d',
]
const green: MantineColorsTuple = [
  '#eaf6ef',
  '#d3ebdd',
  '#a9d7bd',
  '#7ac199',
  '#4fac79',
  '#329a62',
  '#1f7a4a',
  '#17653c',
  '#12522f',
  '#0b3d22',
]
const amber: MantineColorsTuple = [
  '#fdf5e6',
  '#f9e8c7',
  '#f0d191',
  '#e6b858',
  '#dca22b',
  '#c28a12',
  '#8f6200',
  '#7a5300',
  '#634300',
  '#4a3200',
]
const red: MantineColorsTuple = [
  '#fcefee',
  '#f7dad8',
  '#eeb3b0',
  '#e38984',
  '#d9645e',
  '#cb4640',
  '#b3261e',
  '#951d17',
  '#7a1712',
  '#5c100c',
]
const gray: MantineColorsTuple = [
  '#f6f7f9',
  '#eceff3',
  '#dfe4ea',
  '#ccd4dd',
  '#a9b5c2',
  '#7f8d9c',
  '#5a6877',
  '#4b5a6a',
  '#323f4b',
  '#1f2933',
]

/** One calm theme: small radius, dense tables, nothing that moves for its own sake. */
export const theme = createTheme({
  primaryColor: 'navy',
  primaryShade: 7,
  colors: { navy, green, yellow: amber, red, gray, dark: gray },
  black: '#1f2933',
  fontFamily: "'Be Vietnam Pro', 'Segoe UI', Arial, sans-serif",
  fontFamilyMonospace: "Consolas, 'Liberation Mono', monospace",
  fontSizes: { xs: '12.5px', sm: '14px', md: '15px', lg: '17px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.55', lg: '1.55', xl: '1.5' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '24px', lineHeight: '1.3' },
      h2: { fontSize: '18px', lineHeight: '1.35' },
      h3: { fontSize: '15.5px', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Anchor: { defaultProps: { underline: 'always' } },
    Badge: { defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 600, size: 'lg', miw: 'max-content' } },
    Button: { defaultProps: { size: 'sm' } },
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 0 } }, styles: { title: { fontWeight: 600 } } },
    // A second `header` on the page would be a second banner to readers.
    ModalHeader: { defaultProps: { component: 'div' } },
    DrawerHeader: { defaultProps: { component: 'div' } },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
    Tooltip: { defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: true } } },
    PasswordInput: { defaultProps: { visibilityToggleButtonProps: { 'aria-label': widgetTexts.showPassword } } },
    Paper: { defaultProps: { withBorder: true } },
  },
})
