package io.beanpole.web.account;

import io.beanpole.web.error.ProblemWriter;
import io.beanpole.web.storage.ClipBucket;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may call what: the page signs in by form and sends a CSRF token, programs send an API token. */
@Configuration(proxyBeanMethods = false)
class AccessRules {
    private static final String[] OPEN = {
        "/sign-in",
        "/assets/**",
        "/favicon.ico",
        "/health",
        "/api/docs",
        "/api/docs/**",
        "/api/openapi/**",
        "/api/openapi",
        "/api/swagger-ui/**",
        "/error"
    };

    @Bean
    PasswordEncoder passwords() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    SecurityFilterChain rules(HttpSecurity http, ApiTokens tokens, ProblemWriter problems, ClipBucket bucket)
            throws Exception {
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(OPEN)
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, "/api/accounts")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .addFilterBefore(new TokenSignIn(tokens), UsernamePasswordAuthenticationFilter.class)
                .formLogin(form ->
                        form.loginPage("/sign-in").defaultSuccessUrl("/", true).failureUrl("/sign-in?error"))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in"))
                .csrf(AccessRules::csrf)
                .headers(headers -> headers(headers, bucket.origin()))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(entry(problems))
                        .accessDeniedHandler((request, response, e) -> problems.write(
                                response,
                                HttpStatus.FORBIDDEN,
                                "The page is out of date: its token for changes is missing. Reload it.")))
                .build();
    }

    private static AuthenticationEntryPoint entry(ProblemWriter problems) {
        AuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint("/sign-in");
        return (request, response, e) -> {
            if (request.getRequestURI().startsWith("/api/")) {
                problems.write(
                        response,
                        HttpStatus.UNAUTHORIZED,
                        "Sign in, or send an API token as \"Authorization: Bearer …\".");
            } else {
                page.commence(request, response, e);
            }
        };
    }

    /** The page reads the token from its cookie and sends it back as a header or form field. */
    private static void csrf(CsrfConfigurer<HttpSecurity> csrf) {
        CsrfTokenRequestAttributeHandler plain = new CsrfTokenRequestAttributeHandler();
        plain.setCsrfRequestAttributeName(null); // every answer brings the cookie
        csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                .csrfTokenRequestHandler(plain)
                .ignoringRequestMatchers(AccessRules::cannotBeForged);
    }

    /** A browser never adds a bearer token by itself, so a request with one was meant by its sender. */
    private static boolean cannotBeForged(HttpServletRequest request) {
        return TokenSignIn.hasToken(request);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, String clips) {
        String strict = "default-src 'self'; img-src 'self' data: blob: %1$s; media-src 'self' blob: %1$s; "
                + "connect-src 'self' %1$s; object-src 'none'; base-uri 'none'; form-action 'self'; "
                + "frame-ancestors 'none'";
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(strict.formatted(clips)))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
    }
}
