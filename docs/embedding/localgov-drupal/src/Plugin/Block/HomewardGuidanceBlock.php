<?php

namespace Drupal\homeward\Plugin\Block;

use Drupal\Core\Block\BlockBase;
use Drupal\Core\Form\FormStateInterface;

/**
 * Guidance beside one question.
 *
 * @Block(
 *   id = "homeward_guidance",
 *   admin_label = @Translation("Homeward guidance"),
 * )
 */
class HomewardGuidanceBlock extends BlockBase {

  /**
   * {@inheritdoc}
   */
  public function defaultConfiguration() {
    return ['question' => 'child-wishes'];
  }

  /**
   * {@inheritdoc}
   */
  public function blockForm($form, FormStateInterface $form_state) {
    $form['question'] = [
      '#type' => 'textfield',
      '#title' => $this->t('Id of the question'),
      '#default_value' => $this->configuration['question'],
      '#pattern' => '[a-z0-9-]+',
    ];
    return $form;
  }

  /**
   * {@inheritdoc}
   */
  public function blockSubmit($form, FormStateInterface $form_state) {
    $this->configuration['question'] = $form_state->getValue('question');
  }

  /**
   * {@inheritdoc}
   */
  public function build() {
    return [
      '#type' => 'html_tag',
      '#tag' => 'homeward-guidance',
      '#attributes' => [
        'question' => $this->configuration['question'],
        'heading-level' => '3',
      ],
      '#attached' => ['library' => ['homeward/guidance']],
    ];
  }

}
