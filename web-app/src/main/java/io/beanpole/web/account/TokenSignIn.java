package io.beanpole.web.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs in the program that sends {@code Authorization: Bearer <token>}, for this request only. */
class TokenSignIn extends OncePerRequestFilter {
    private static final String SCHEME = "bearer ";

    private final ApiTokens tokens;
    private final RequestAttributeSecurityContextRepository forThisRequest =
            new RequestAttributeSecurityContextRepository();

    TokenSignIn(ApiTokens tokens) {
        this.tokens = tokens;
    }

    static boolean hasToken(HttpServletRequest request) {
        return token(request).isPresent();
    }

    private static Optional<String> token(HttpServletRequest request) {
        @Nullable String header = request.getHeader("Authorization");
        return header != null && header.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                ? Optional.of(header.substring(SCHEME.length()).trim())
                : Optional.empty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> token = token(request);
        if (token.isPresent()) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            tokens.owner(token.get())
                    .ifPresent(account -> context.setAuthentication(
                            UsernamePasswordAuthenticationToken.authenticated(account, null, List.of())));
            SecurityContextHolder.setContext(context);
            forThisRequest.saveContext(context, request, response);
        }
        chain.doFilter(request, response);
    }

    /** Asynchronous dispatches (server-sent events) must see the same caller. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
