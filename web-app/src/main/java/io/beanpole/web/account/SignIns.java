package io.beanpole.web.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Keeps sign-ins of the page in the database, so any web instance knows them; they end after 12 hours unused. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = 12 * 60 * 60)
class SignIns {
    @Bean
    CookieSerializer cookies() {
        DefaultCookieSerializer cookies = new DefaultCookieSerializer();
        cookies.setCookieName("beanpole-session");
        cookies.setUseHttpOnlyCookie(true);
        cookies.setSameSite("Lax");
        return cookies;
    }
}
