import type { ReactElement, ReactNode } from 'react';
import { ConfigProvider, type ThemeConfig } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import zhHK from 'antd/locale/zh_HK';
import { useWords } from '../words/words.tsx';
import { useSettings } from './appearance.ts';

const locales = { 'zh-CN': zhCN, 'zh-HK': zhHK, en: enUS } as const;

/** Our tokens (web/ui/tokens.css) in the words of the component library. */
const theme: ThemeConfig = {
  components: { Tree: { nodeSelectedBg: '#e6f0ec', nodeSelectedColor: '#1b2a33', nodeHoverBg: '#f7f5ef' } },
  token: {
    colorPrimary: '#1f6f5c', colorInfo: '#3c6e8f', colorLink: '#1f6f5c', colorLinkHover: '#185848', colorError: '#b8322a', colorWarning: '#8a5a0b', colorSuccess: '#1f6f5c', colorText: '#1b2a33', colorTextSecondary: '#4c5a62',
    colorTextDescription: '#4c5a62', colorTextPlaceholder: '#5f6b72', colorBgBase: '#ffffff', colorBgLayout: '#fbfaf7', colorBorder: '#8a8d86', colorBorderSecondary: '#ded9ce', borderRadius: 6, fontFamily: 'var(--font)', motion: false, wireframe: false,
  },
};

/** Around the screens that use the component library: our colours, the reader's language, the desk's density. */
export function AntdFrame({ children }: { readonly children: ReactNode }): ReactElement {
  const { language } = useWords();
  const { density } = useSettings();
  return (
    <ConfigProvider locale={locales[language]} theme={{ ...theme, token: { ...theme.token, fontSize: density === 'close' ? 14 : 16 } }}>
      {children}
    </ConfigProvider>
  );
}
