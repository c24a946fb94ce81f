package io.beanpole.web.page;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the page, the sign-in and their assets. */
@Controller
class PageController implements WebMvcConfigurer {
    private final PageAssets assets;
    private final String index;
    private final String signIn;

    PageController(PageAssets assets) {
        this.assets = assets;
        this.index = assets.page("index.html");
        this.signIn = assets.page("sign-in.html");
    }

    @GetMapping("/")
    ResponseEntity<String> index() {
        return html(index);
    }

    @GetMapping("/sign-in")
    ResponseEntity<String> signIn() {
        return html(signIn);
    }

    private static ResponseEntity<String> html(String page) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache())
                .body(page);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(assets.folder() + "/**")
                .addResourceLocations("classpath:/page/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }
}
