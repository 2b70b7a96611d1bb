package org.corridor.notification.infrastructure.words;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.corridor.notification.application.Wording;

/**
 * Words from templates. A template has three parts with a line of three dashes between them: the
 * subject, the brief form, the paragraphs. HTML is made of the same paragraphs, by a template of
 * its own that escapes all of them.
 */
@ApplicationScoped
public class FreemarkerWording implements Wording {

  private static final String PART = "\n---\n";
  private static final int PARTS = 3;
  private static final String TEMPLATES = "notification-words";

  private final Configuration templates = templates();

  @Override
  public Words words(Telling telling) {
    var parts = render(name(telling), Told.of(telling)).strip().split(PART, -1);
    if (parts.length != PARTS) {
      throw new IllegalStateException("not of three parts: " + name(telling));
    }
    var paragraphs = Arrays.stream(parts[2].strip().split("\n\n")).map(String::strip).toList();
    var subject = parts[0].strip();
    return new Words(
        subject,
        parts[1].strip(),
        String.join("\n\n", paragraphs) + "\n",
        html(telling, subject, paragraphs));
  }

  private static String name(Telling telling) {
    return telling.language().code() + "/" + telling.type() + ".ftl";
  }

  private String html(Telling telling, String subject, List<String> paragraphs) {
    var model = new HashMap<String, Object>();
    model.put("language", telling.language().code());
    model.put("subject", subject);
    model.put("paragraphs", paragraphs);
    return render("mail.ftlh", model);
  }

  private String render(String name, Map<String, Object> model) {
    var out = new StringWriter();
    try {
      templates.getTemplate(name).process(model, out);
    } catch (IOException | TemplateException e) {
      throw new IllegalStateException("the words of " + name + " cannot be found", e);
    }
    return out.toString();
  }

  /** What is missing is an error, and templates cannot reach into Java. */
  private static Configuration templates() {
    var configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(
        new ClassTemplateLoader(FreemarkerWording.class.getClassLoader(), TEMPLATES));
    configuration.setDefaultEncoding("UTF-8");
    configuration.setLocalizedLookup(false);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    return configuration;
  }
}
